import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'Aktionen',
    reply: 'Antworten',
    copy: 'Text kopieren',
    copied: 'Kopiert',
    edit: 'Bearbeiten',
    delete: 'Löschen',
    deleteQuestion: 'Diese Nachricht löschen?',
    keep: 'Behalten',
    replyingTo: (name) => `Antwort an ${name}`,
    editing: 'Sie bearbeiten Ihre Nachricht',
    cancel: 'Abbrechen',
    notEdited: 'Die Änderung wurde nicht gespeichert.',
    notDeleted: 'Die Nachricht wurde nicht gelöscht.',
    retry: 'Noch einmal versuchen',
  },
  files: {
    tray: 'Dateien zum Senden',
    drop: 'Dateien hier ablegen',
    remove: (name) => `${name} entfernen`,
    uploading: (name, percent) => `${name} wird hochgeladen, ${percent} %`,
    ready: (name) => `${name} kann gesendet werden`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `Größer als ${limit}`;
        case 'too_many_pixels':
          return 'Das Bild hat zu viele Pixel';
        case 'too_many':
          return 'Zu viele Dateien für eine Nachricht';
        case 'empty':
          return 'Die Datei ist leer';
        case 'unsupported_media_type':
          return 'Bitte Bilder als JPEG oder PNG senden';
        case 'unreadable_picture':
          return 'Das Bild ist nicht lesbar';
        case 'rate_limited':
          return 'Zu viele Dateien auf einmal. Versuchen Sie es in einer Minute noch einmal';
        case 'network':
          return 'Keine Verbindung';
        default:
          return 'Die Datei wurde nicht angenommen';
      }
    },
    open: (name) => `${name} öffnen`,
    download: (name) => `${name} herunterladen`,
    file: 'Datei',
    viewer: 'Bild',
    close: 'Schließen',
    previous: 'Voriges Bild',
    next: 'Nächstes Bild',
    fit: 'Einpassen',
    actualSize: 'Originalgröße',
    position: (index, count) => `${index} von ${count}`,
    broken: 'Das Bild kann nicht angezeigt werden',
  },
  emoji: {
    label: 'Emoji',
    search: 'Emoji suchen',
    nothingFound: 'Nichts gefunden',
    recent: 'Zuletzt verwendet',
    people: 'Gesichter und Menschen',
    nature: 'Natur',
    food: 'Essen und Trinken',
    places: 'Reisen und Orte',
    activities: 'Aktivitäten',
    objects: 'Gegenstände',
    symbols: 'Symbole',
  },
  conversations: {
    title: 'Ihre Unterhaltungen',
    begin: 'Neue Unterhaltung',
    empty: 'Noch keine Unterhaltung',
    emptyHint: 'Was Sie schreiben, wird hier aufbewahrt.',
    you: 'Sie',
    closed: 'Beendet',
    deleted: 'Nachricht gelöscht',
    wordless: 'Anhang',
    more: 'Ältere anzeigen',
    unread: (n) => count(n, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  },
  members: {
    close: 'Zurück zum Gespräch',
    failed: 'Die Liste kann gerade nicht geladen werden.',
    more: 'Mehr anzeigen',
    team: 'Team',
    present: 'Jetzt hier',
    absent: 'Gerade nicht hier',
    you: 'Sie',
    leave: 'Raum verlassen',
  },
  menu: {
    label: 'Menü',
    sound: 'Ton bei neuen Nachrichten',
    conversations: 'Ihre Unterhaltungen',
    changeName: 'Namen ändern',
    download: 'Ihre Daten herunterladen',
    erase: 'Ihre Daten löschen',
    eraseTitle: 'Alles löschen?',
    eraseHint:
      'Ihr Name, Ihre Unterhaltungen und alles, was Sie geschrieben haben, werden endgültig gelöscht, hier und auf dem Server.',
    eraseConfirm: 'Alles löschen',
    keep: 'Behalten',
    erasing: 'Wird gelöscht',
    failed: 'Das hat nicht geklappt. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.',
    fileName: 'chat',
  },
});
