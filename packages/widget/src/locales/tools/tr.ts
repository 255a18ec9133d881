import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'İşlemler',
    reply: 'Yanıtla',
    copy: 'Metni kopyala',
    copied: 'Kopyalandı',
    edit: 'Düzenle',
    delete: 'Sil',
    deleteQuestion: 'Bu mesaj silinsin mi?',
    keep: 'Kalsın',
    replyingTo: (name) => `Yanıtlanan: ${name}`,
    editing: 'Mesajınızı düzenliyorsunuz',
    cancel: 'Vazgeç',
    notEdited: 'Değişiklik kaydedilmedi.',
    notDeleted: 'Mesaj silinmedi.',
    retry: 'Tekrar dene',
  },
  files: {
    tray: 'Gönderilecek dosyalar',
    drop: 'Dosyaları buraya bırakın',
    remove: (name) => `Kaldır: ${name}`,
    uploading: (name, percent) => `${name} yükleniyor, %${percent}`,
    ready: (name) => `${name} gönderilmeye hazır`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `${limit} sınırını aşıyor`;
        case 'too_many_pixels':
          return 'Resimde çok fazla piksel var';
        case 'too_many':
          return 'Bir mesaj için çok fazla dosya';
        case 'empty':
          return 'Dosya boş';
        case 'unsupported_media_type':
          return 'Resimleri JPEG veya PNG olarak gönderin';
        case 'unreadable_picture':
          return 'Resim okunamıyor';
        case 'rate_limited':
          return 'Bir defada çok fazla dosya. Bir dakika sonra yeniden deneyin';
        case 'network':
          return 'Bağlantı yok';
        default:
          return 'Dosya kabul edilmedi';
      }
    },
    open: (name) => `Aç: ${name}`,
    download: (name) => `İndir: ${name}`,
    file: 'Dosya',
    viewer: 'Resim',
    close: 'Kapat',
    previous: 'Önceki resim',
    next: 'Sonraki resim',
    fit: 'Pencereye sığdır',
    actualSize: 'Gerçek boyut',
    position: (index, count) => `${index} / ${count}`,
    broken: 'Resim gösterilemiyor',
  },
  emoji: {
    label: 'Emoji',
    search: 'Emoji ara',
    nothingFound: 'Bir şey bulunamadı',
    recent: 'Son kullanılanlar',
    people: 'Yüzler ve insanlar',
    nature: 'Doğa',
    food: 'Yiyecek ve içecek',
    places: 'Seyahat ve yerler',
    activities: 'Etkinlikler',
    objects: 'Nesneler',
    symbols: 'Semboller',
  },
  conversations: {
    title: 'Görüşmeleriniz',
    begin: 'Yeni görüşme',
    empty: 'Henüz görüşme yok',
    emptyHint: 'Yazdıklarınız burada saklanır.',
    you: 'Siz',
    closed: 'Kapatıldı',
    deleted: 'Mesaj silindi',
    wordless: 'Ek',
    more: 'Daha eskileri göster',
    unread: (n) => count(n, { other: '# okunmamış mesaj' }),
  },
  members: {
    close: 'Sohbete dön',
    failed: 'Liste şu anda yüklenemiyor.',
    more: 'Daha fazla göster',
    team: 'Ekip',
    present: 'Şu anda burada',
    absent: 'Şu anda burada değil',
    you: 'Siz',
    leave: 'Odadan ayrıl',
  },
  menu: {
    label: 'Menü',
    sound: 'Yeni mesajlarda ses',
    conversations: 'Görüşmeleriniz',
    changeName: 'Adınızı değiştirin',
    download: 'Verilerinizi indirin',
    erase: 'Verilerinizi silin',
    eraseTitle: 'Her şey silinsin mi?',
    eraseHint: 'Adınız, görüşmeleriniz ve yazdığınız her şey burada ve sunucuda kalıcı olarak silinir.',
    eraseConfirm: 'Her şeyi sil',
    keep: 'Kalsın',
    erasing: 'Siliniyor',
    failed: 'Olmadı. Bağlantınızı kontrol edip tekrar deneyin.',
    fileName: 'sohbet',
  },
});
