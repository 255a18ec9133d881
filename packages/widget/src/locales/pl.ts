import type { Translation } from './load.js';

export const translation: Translation = (count) => {
  const newMessages = (n: number) =>
    count(n, { one: '# nowa wiadomość', few: '# nowe wiadomości', other: '# nowych wiadomości' });
  const tooMany = (n: number) => count(n, { one: '# znak za dużo', few: '# znaki za dużo', other: '# znaków za dużo' });
  return {
    open: 'Otwórz czat',
    close: 'Zamknij czat',
    chat: 'Czat',
    unread: (n) =>
      count(n, {
        one: '# nieprzeczytana wiadomość',
        few: '# nieprzeczytane wiadomości',
        other: '# nieprzeczytanych wiadomości',
      }),
    loadFailed: 'Nie udało się wczytać czatu.',
    retry: 'Spróbuj ponownie',
    messageList: {
      log: 'Wiadomości',
      you: 'Ty',
      newMessages: 'Nowe wiadomości',
      jumpToLatest: 'Przejdź do najnowszej',
      unseen: newMessages,
      sending: 'Wysyłanie',
      sent: 'Wysłano',
      delivered: 'Dostarczono',
      read: 'Przeczytano',
      failed: 'Nie wysłano',
      failedBecause(code) {
        switch (code) {
          case 'network':
            return 'Brak połączenia';
          case 'rate_limited':
            return 'Za dużo wiadomości naraz';
          case 'too_large':
          case 'invalid':
            return 'Wiadomość nie została przyjęta';
          case 'unauthenticated':
            return 'Sesja została zakończona';
          case 'attachment_gone':
            return 'Jednego z plików już nie ma';
          case 'forbidden':
          case 'refused':
            return 'Tutaj nie można pisać';
          default:
            return '';
        }
      },
      retry: 'Spróbuj ponownie',
      discard: 'Usuń',
      deleted: 'Wiadomość usunięta',
      edited: 'edytowano',
      earlier: 'Wcześniejsza wiadomość',
      note: 'Notatka, widoczna tylko dla zespołu',
      loading: 'Wczytywanie wiadomości',
      typing([first, second, ...others]) {
        if (others.length > 0) return 'Kilka osób pisze';
        return second ? `${first} i ${second} piszą` : `${first} pisze`;
      },
      announceOne: (name, text) => `${name}: ${text}`,
      announceMany: newMessages,
    },
    composer: { label: 'Wiadomość', placeholder: 'Napisz wiadomość', send: 'Wyślij', tooLong: tooMany },
    menu: 'Menu',
    conversations: 'Twoje rozmowy',
    emoji: 'Emoji',
    attach: 'Dołącz pliki',
    here: 'Dostępni',
    away: 'Niedostępni',
    awayNote: 'Teraz nikogo nie ma. Zostaw wiadomość i wróć na tę stronę po odpowiedź.',
    closed: 'Ta rozmowa jest zamknięta.',
    closedHint: 'Napisz wiadomość, aby ją wznowić.',
    reconnecting: 'Ponowne łączenie…',
    offline: 'Nie masz połączenia. To, co napiszesz, zostanie wysłane, gdy połączenie wróci.',
    notKept: 'Ta przeglądarka niczego nie zapisuje: zostań na stronie, aż wiadomość zostanie wysłana.',
    signedOut: 'Sesja została zakończona',
    signedOutHint: 'Ten czat zakończono gdzie indziej. Możesz rozpocząć nowy.',
    startAgain: 'Rozpocznij nowy czat',
    loading: 'Wczytywanie czatu',
    unknownSite: 'Ten czat nie jest jeszcze skonfigurowany',
    unknownSiteHint: (site) => `Nie ma witryny o kluczu „${site}”.`,
    originRefused: 'Tego czatu nie można tu używać',
    originRefusedHint: (origin) => `Adresu ${origin} nie ma wśród adresów dozwolonych dla tej witryny.`,
    unknownRoom: 'Ten pokój nie jest otwarty',
    unknownRoomHint: (room) => `W tej witrynie nie ma pokoju o kluczu „${room}”.`,
    unreachable: 'Nie można połączyć się z czatem',
    unreachableHint: 'Sprawdź połączenie albo spróbuj ponownie za chwilę.',
    blocked: 'Nie można już tu pisać',
    blockedHint: 'Zespół zakończył ten czat. To, co zostało napisane, pozostaje zachowane.',
    room: {
      nameTitle: (room) => `Dołącz: ${room}`,
      nameHint: 'Wybierz imię. Wszyscy w pokoju zobaczą je obok Twoich wiadomości.',
      nameLabel: 'Twoje imię',
      namePlaceholder: 'Ada',
      nameTooLong: tooMany,
      nameRefused: 'To imię nie zostało przyjęte. Spróbuj innego.',
      join: 'Dołącz',
      save: 'Zapisz',
      cancel: 'Anuluj',
      changeName: (name) => `Zmień imię (${name})`,
      joining: 'Dołączanie',
      empty: 'Nikt jeszcze nic nie napisał',
      emptyHint: 'Przywitaj się jako pierwsza osoba.',
      here: (n) => `Obecni: ${n}`,
      members: 'W tym pokoju',
      banned: 'Nie możesz już pisać w tym pokoju',
      bannedHint: 'Zespół zakończył Twój udział. Wszystko inne działa jak dotąd.',
    },
  };
};
