import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Chat öffnen',
  close: 'Chat schließen',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' }),
  loadFailed: 'Der Chat konnte nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  messageList: {
    log: 'Nachrichten',
    you: 'Sie',
    newMessages: 'Neue Nachrichten',
    jumpToLatest: 'Zur neuesten Nachricht',
    unseen: (n) => count(n, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
    sending: 'Wird gesendet',
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    read: 'Gelesen',
    failed: 'Nicht gesendet',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Keine Verbindung';
        case 'rate_limited':
          return 'Zu viele Nachrichten auf einmal';
        case 'too_large':
        case 'invalid':
          return 'Die Nachricht wurde nicht angenommen';
        case 'unauthenticated':
          return 'Sie sind abgemeldet';
        case 'attachment_gone':
          return 'Eine Datei ist nicht mehr da';
        case 'forbidden':
        case 'refused':
          return 'Hier darf nicht geschrieben werden';
        default:
          return '';
      }
    },
    retry: 'Noch einmal versuchen',
    discard: 'Entfernen',
    deleted: 'Nachricht gelöscht',
    edited: 'bearbeitet',
    earlier: 'Eine frühere Nachricht',
    note: 'Notiz, nur für das Team sichtbar',
    loading: 'Nachrichten werden geladen',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Mehrere Personen schreiben';
      return second ? `${first} und ${second} schreiben` : `${first} schreibt`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  },
  composer: {
    label: 'Nachricht',
    placeholder: 'Nachricht schreiben',
    send: 'Senden',
    tooLong: (n) => count(n, { other: '# Zeichen zu viel' }),
  },
  menu: 'Menü',
  conversations: 'Ihre Unterhaltungen',
  emoji: 'Emoji',
  attach: 'Dateien anhängen',
  here: 'Jetzt da',
  away: 'Nicht da',
  awayNote: 'Gerade ist niemand da. Schreiben Sie uns, und kommen Sie für die Antwort auf diese Seite zurück.',
  closed: 'Diese Unterhaltung ist beendet.',
  closedHint: 'Schreiben Sie etwas, um sie wieder zu öffnen.',
  reconnecting: 'Verbindung wird wiederhergestellt …',
  offline: 'Sie sind offline. Was Sie schreiben, wird gesendet, sobald Sie wieder online sind.',
  notKept: 'Dieser Browser speichert nichts: Bleiben Sie auf der Seite, bis Ihre Nachricht gesendet ist.',
  signedOut: 'Sie sind abgemeldet',
  signedOutHint: 'Dieser Chat wurde anderswo beendet. Sie können einen neuen beginnen.',
  startAgain: 'Neuen Chat beginnen',
  loading: 'Chat wird geladen',
  unknownSite: 'Dieser Chat ist noch nicht eingerichtet',
  unknownSiteHint: (site) => `Es gibt keine Website mit dem Schlüssel „${site}“.`,
  originRefused: 'Dieser Chat ist hier nicht verfügbar',
  originRefusedHint: (origin) => `${origin} gehört nicht zu den Adressen, die diese Website erlaubt.`,
  unknownRoom: 'Dieser Raum ist nicht geöffnet',
  unknownRoomHint: (room) => `Auf dieser Website gibt es keinen Raum mit dem Schlüssel „${room}“.`,
  unreachable: 'Der Chat ist nicht erreichbar',
  unreachableHint: 'Prüfen Sie Ihre Verbindung, oder versuchen Sie es gleich noch einmal.',
  blocked: 'Sie können hier nicht mehr schreiben',
  blockedHint: 'Das Team hat diesen Chat beendet. Was Sie geschrieben haben, bleibt erhalten.',
  room: {
    nameTitle: (room) => `${room} beitreten`,
    nameHint: 'Wählen Sie einen Namen. Alle im Raum sehen ihn neben dem, was Sie schreiben.',
    nameLabel: 'Ihr Name',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { other: '# Zeichen zu viel' }),
    nameRefused: 'Dieser Name wurde nicht angenommen. Bitte versuchen Sie einen anderen.',
    join: 'Beitreten',
    save: 'Speichern',
    cancel: 'Abbrechen',
    changeName: (name) => `Namen ändern (${name})`,
    joining: 'Einen Moment …',
    empty: 'Noch hat niemand etwas gesagt',
    emptyHint: 'Sagen Sie als Erstes Hallo.',
    here: (n) => `${n} hier`,
    members: 'In diesem Raum',
    banned: 'Sie können in diesem Raum nicht mehr schreiben',
    bannedHint: 'Das Team hat Ihre Teilnahme beendet. Alles andere bleibt, wie es war.',
  },
});
