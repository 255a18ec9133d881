import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Chat openen',
  close: 'Chat sluiten',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# ongelezen bericht', other: '# ongelezen berichten' }),
  loadFailed: 'De chat kon niet worden geladen.',
  retry: 'Opnieuw proberen',
  messageList: {
    log: 'Berichten',
    you: 'Jij',
    newMessages: 'Nieuwe berichten',
    jumpToLatest: 'Naar het nieuwste bericht',
    unseen: (n) => count(n, { one: '# nieuw bericht', other: '# nieuwe berichten' }),
    sending: 'Wordt verzonden',
    sent: 'Verzonden',
    delivered: 'Bezorgd',
    read: 'Gelezen',
    failed: 'Niet verzonden',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Geen verbinding';
        case 'rate_limited':
          return 'Te veel berichten tegelijk';
        case 'too_large':
        case 'invalid':
          return 'Het bericht is niet aangenomen';
        case 'unauthenticated':
          return 'Je bent uitgelogd';
        case 'attachment_gone':
          return 'Een bestand is er niet meer';
        case 'forbidden':
        case 'refused':
          return 'Hier kun je niet schrijven';
        default:
          return '';
      }
    },
    retry: 'Opnieuw proberen',
    discard: 'Weghalen',
    deleted: 'Bericht verwijderd',
    edited: 'bewerkt',
    earlier: 'Een eerder bericht',
    note: 'Notitie, alleen zichtbaar voor het team',
    loading: 'Berichten laden',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Meerdere mensen zijn aan het typen';
      return second ? `${first} en ${second} zijn aan het typen` : `${first} is aan het typen`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { one: '# nieuw bericht', other: '# nieuwe berichten' }),
  },
  composer: {
    label: 'Bericht',
    placeholder: 'Schrijf een bericht',
    send: 'Verzenden',
    tooLong: (n) => count(n, { one: '# teken te veel', other: '# tekens te veel' }),
  },
  menu: 'Menu',
  conversations: 'Je gesprekken',
  emoji: 'Emoji',
  attach: 'Bestanden toevoegen',
  here: 'Nu aanwezig',
  away: 'Afwezig',
  awayNote: 'Er is nu niemand. Laat een bericht achter en kom voor het antwoord terug naar deze pagina.',
  closed: 'Dit gesprek is gesloten.',
  closedHint: 'Schrijf een bericht om het weer te openen.',
  reconnecting: 'Opnieuw verbinden…',
  offline: 'Je bent offline. Wat je schrijft wordt verzonden zodra je weer online bent.',
  notKept: 'Deze browser bewaart niets: blijf op de pagina tot je bericht is verzonden.',
  signedOut: 'Je bent uitgelogd',
  signedOutHint: 'Deze chat is ergens anders beëindigd. Je kunt een nieuwe beginnen.',
  startAgain: 'Nieuwe chat beginnen',
  loading: 'Chat laden',
  unknownSite: 'Deze chat is nog niet ingesteld',
  unknownSiteHint: (site) => `Er is geen site met de sleutel ‘${site}’.`,
  originRefused: 'Deze chat kan hier niet worden gebruikt',
  originRefusedHint: (origin) => `${origin} hoort niet bij de adressen die deze site toestaat.`,
  unknownRoom: 'Deze ruimte is niet open',
  unknownRoomHint: (room) => `Er is op deze site geen ruimte met de sleutel ‘${room}’.`,
  unreachable: 'De chat is niet bereikbaar',
  unreachableHint: 'Controleer je verbinding of probeer het zo nog eens.',
  blocked: 'Je kunt hier niet meer schrijven',
  blockedHint: 'Het team heeft deze chat beëindigd. Wat je hebt geschreven blijft bewaard.',
  room: {
    nameTitle: (room) => `Deelnemen aan ${room}`,
    nameHint: 'Kies een naam. Iedereen in de ruimte ziet die naast wat je schrijft.',
    nameLabel: 'Je naam',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { one: '# teken te veel', other: '# tekens te veel' }),
    nameRefused: 'Deze naam is niet aangenomen. Probeer een andere.',
    join: 'Deelnemen',
    save: 'Opslaan',
    cancel: 'Annuleren',
    changeName: (name) => `Je naam wijzigen (${name})`,
    joining: 'Een moment…',
    empty: 'Niemand heeft nog iets gezegd',
    emptyHint: 'Begin met een groet.',
    here: (n) => `${n} hier`,
    members: 'In deze ruimte',
    banned: 'Je kunt niet meer schrijven in deze ruimte',
    bannedHint: 'Het team heeft je deelname beëindigd. Al het andere gaat gewoon door.',
  },
});
