import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'Działania',
    reply: 'Odpowiedz',
    copy: 'Kopiuj tekst',
    copied: 'Skopiowano',
    edit: 'Edytuj',
    delete: 'Usuń',
    deleteQuestion: 'Usunąć tę wiadomość?',
    keep: 'Zachowaj',
    replyingTo: (name) => `Odpowiedź do: ${name}`,
    editing: 'Edytujesz swoją wiadomość',
    cancel: 'Anuluj',
    notEdited: 'Zmiana nie została zapisana.',
    notDeleted: 'Wiadomość nie została usunięta.',
    retry: 'Spróbuj ponownie',
  },
  files: {
    tray: 'Pliki do wysłania',
    drop: 'Upuść pliki tutaj',
    remove: (name) => `Usuń ${name}`,
    uploading: (name, percent) => `Przesyłanie ${name}, ${percent}%`,
    ready: (name) => `${name}: gotowe do wysłania`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `Więcej niż ${limit}`;
        case 'too_many_pixels':
          return 'Obraz ma za dużo pikseli';
        case 'too_many':
          return 'Za dużo plików na jedną wiadomość';
        case 'empty':
          return 'Plik jest pusty';
        case 'unsupported_media_type':
          return 'Wyślij obrazy jako JPEG lub PNG';
        case 'unreadable_picture':
          return 'Obrazu nie da się odczytać';
        case 'rate_limited':
          return 'Za dużo plików naraz. Spróbuj ponownie za minutę';
        case 'network':
          return 'Brak połączenia';
        default:
          return 'Plik nie został przyjęty';
      }
    },
    open: (name) => `Otwórz ${name}`,
    download: (name) => `Pobierz ${name}`,
    file: 'Plik',
    viewer: 'Obraz',
    close: 'Zamknij',
    previous: 'Poprzedni obraz',
    next: 'Następny obraz',
    fit: 'Dopasuj do okna',
    actualSize: 'Rzeczywisty rozmiar',
    position: (index, count) => `${index} z ${count}`,
    broken: 'Obrazu nie można wyświetlić',
  },
  emoji: {
    label: 'Emoji',
    search: 'Szukaj emoji',
    nothingFound: 'Nic nie znaleziono',
    recent: 'Ostatnio używane',
    people: 'Twarze i ludzie',
    nature: 'Przyroda',
    food: 'Jedzenie i picie',
    places: 'Podróże i miejsca',
    activities: 'Aktywności',
    objects: 'Przedmioty',
    symbols: 'Symbole',
  },
  conversations: {
    title: 'Twoje rozmowy',
    begin: 'Nowa rozmowa',
    empty: 'Nie ma jeszcze rozmów',
    emptyHint: 'To, co napiszesz, zostanie tutaj.',
    you: 'Ty',
    closed: 'Zamknięta',
    deleted: 'Wiadomość usunięta',
    wordless: 'Załącznik',
    more: 'Pokaż starsze',
    unread: (n) =>
      count(n, {
        one: '# nieprzeczytana wiadomość',
        few: '# nieprzeczytane wiadomości',
        other: '# nieprzeczytanych wiadomości',
      }),
  },
  members: {
    close: 'Wróć do rozmowy',
    failed: 'Nie można teraz wczytać listy.',
    more: 'Pokaż więcej',
    team: 'Zespół',
    present: 'Obecni',
    absent: 'Nieobecni',
    you: 'Ty',
    leave: 'Opuść pokój',
  },
  menu: {
    label: 'Menu',
    sound: 'Dźwięk nowych wiadomości',
    conversations: 'Twoje rozmowy',
    changeName: 'Zmień imię',
    download: 'Pobierz swoje dane',
    erase: 'Usuń swoje dane',
    eraseTitle: 'Usunąć wszystko?',
    eraseHint:
      'Twoje imię, rozmowy i wszystko, co zostało przez Ciebie napisane, zostaną trwale usunięte, tutaj i na serwerze.',
    eraseConfirm: 'Usuń wszystko',
    keep: 'Zachowaj',
    erasing: 'Usuwanie',
    failed: 'To się nie udało. Sprawdź połączenie i spróbuj ponownie.',
    fileName: 'czat',
  },
});
