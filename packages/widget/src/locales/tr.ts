import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Sohbeti aç',
  close: 'Sohbeti kapat',
  chat: 'Sohbet',
  unread: (n) => count(n, { other: '# okunmamış mesaj' }),
  loadFailed: 'Sohbet yüklenemedi.',
  retry: 'Tekrar dene',
  messageList: {
    log: 'Mesajlar',
    you: 'Siz',
    newMessages: 'Yeni mesajlar',
    jumpToLatest: 'En yeni mesaja git',
    unseen: (n) => count(n, { other: '# yeni mesaj' }),
    sending: 'Gönderiliyor',
    sent: 'Gönderildi',
    delivered: 'Teslim edildi',
    read: 'Okundu',
    failed: 'Gönderilemedi',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Bağlantı yok';
        case 'rate_limited':
          return 'Bir defada çok fazla mesaj';
        case 'too_large':
        case 'invalid':
          return 'Mesaj kabul edilmedi';
        case 'unauthenticated':
          return 'Oturumunuz kapandı';
        case 'attachment_gone':
          return 'Bir dosya artık yok';
        case 'forbidden':
        case 'refused':
          return 'Buraya yazılamıyor';
        default:
          return '';
      }
    },
    retry: 'Tekrar dene',
    discard: 'Kaldır',
    deleted: 'Mesaj silindi',
    edited: 'düzenlendi',
    earlier: 'Önceki bir mesaj',
    note: 'Not, yalnızca ekip görür',
    loading: 'Mesajlar yükleniyor',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Birkaç kişi yazıyor';
      return second ? `${first} ve ${second} yazıyor` : `${first} yazıyor`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { other: '# yeni mesaj' }),
  },
  composer: {
    label: 'Mesaj',
    placeholder: 'Bir mesaj yazın',
    send: 'Gönder',
    tooLong: (n) => count(n, { other: '# karakter fazla' }),
  },
  menu: 'Menü',
  conversations: 'Görüşmeleriniz',
  emoji: 'Emoji',
  attach: 'Dosya ekle',
  here: 'Şu anda burada',
  away: 'Burada değil',
  awayNote: 'Şu anda kimse yok. Bir mesaj bırakın ve yanıt için bu sayfaya geri dönün.',
  closed: 'Bu görüşme kapatıldı.',
  closedHint: 'Yeniden açmak için bir mesaj yazın.',
  reconnecting: 'Yeniden bağlanılıyor…',
  offline: 'Çevrimdışısınız. Yazdıklarınız bağlantı geri gelince gönderilir.',
  notKept: 'Bu tarayıcı hiçbir şey saklamıyor: mesajınız gönderilene kadar sayfada kalın.',
  signedOut: 'Oturumunuz kapandı',
  signedOutHint: 'Bu sohbet başka bir yerde sonlandırıldı. Yeni bir sohbet başlatabilirsiniz.',
  startAgain: 'Yeni sohbet başlat',
  loading: 'Sohbet yükleniyor',
  unknownSite: 'Bu sohbet henüz kurulmadı',
  unknownSiteHint: (site) => `“${site}” anahtarına sahip bir site yok.`,
  originRefused: 'Bu sohbet burada kullanılamıyor',
  originRefusedHint: (origin) => `${origin}, bu sitenin izin verdiği adresler arasında değil.`,
  unknownRoom: 'Bu oda açık değil',
  unknownRoomHint: (room) => `Bu sitede “${room}” anahtarına sahip bir oda yok.`,
  unreachable: 'Sohbete ulaşılamıyor',
  unreachableHint: 'Bağlantınızı kontrol edin veya biraz sonra tekrar deneyin.',
  blocked: 'Artık buraya yazamazsınız',
  blockedHint: 'Ekip bu sohbeti sonlandırdı. Yazdıklarınız saklanıyor.',
  room: {
    nameTitle: (room) => `Katılın: ${room}`,
    nameHint: 'Bir ad seçin. Odadaki herkes bunu yazdıklarınızın yanında görür.',
    nameLabel: 'Adınız',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { other: '# karakter fazla' }),
    nameRefused: 'Bu ad kabul edilmedi. Lütfen başka bir ad deneyin.',
    join: 'Katıl',
    save: 'Kaydet',
    cancel: 'Vazgeç',
    changeName: (name) => `Adınızı değiştirin (${name})`,
    joining: 'Katılınıyor',
    empty: 'Henüz kimse bir şey yazmadı',
    emptyHint: 'İlk merhaba sizden olsun.',
    here: (n) => `${n} kişi burada`,
    members: 'Bu odada',
    banned: 'Bu odada artık yazamazsınız',
    bannedHint: 'Ekip katılımınızı sonlandırdı. Diğer her şey olduğu gibi sürüyor.',
  },
});
