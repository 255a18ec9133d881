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
    membersClose: 'Terug naar het gesprek',
    membersFailed: 'De lijst kan nu niet worden geladen.',
    membersMore: 'Meer tonen',
    team: 'Team',
    present: 'Nu hier',
    absent: 'Nu niet hier',
    you: 'Jij',
    leave: 'Ruimte verlaten',
    banned: 'Je kunt niet meer schrijven in deze ruimte',
    bannedHint: 'Het team heeft je deelname beëindigd. Al het andere gaat gewoon door.',
  },
  tools: {
    message: {
      actions: 'Acties',
      reply: 'Beantwoorden',
      copy: 'Tekst kopiëren',
      copied: 'Gekopieerd',
      edit: 'Bewerken',
      delete: 'Verwijderen',
      deleteQuestion: 'Dit bericht verwijderen?',
      keep: 'Bewaren',
      replyingTo: (name) => `Antwoord aan ${name}`,
      editing: 'Je bewerkt je bericht',
      cancel: 'Annuleren',
      notEdited: 'De wijziging is niet opgeslagen.',
      notDeleted: 'Het bericht is niet verwijderd.',
      retry: 'Opnieuw proberen',
    },
    files: {
      tray: 'Bestanden om te versturen',
      drop: 'Zet de bestanden hier neer',
      remove: (name) => `${name} weghalen`,
      uploading: (name, percent) => `${name} wordt geüpload, ${percent}%`,
      ready: (name) => `${name} kan worden verstuurd`,
      refused(code, limit) {
        switch (code) {
          case 'too_large':
            return `Groter dan ${limit}`;
          case 'too_many_pixels':
            return 'De afbeelding heeft te veel pixels';
          case 'too_many':
            return 'Te veel bestanden voor één bericht';
          case 'empty':
            return 'Het bestand is leeg';
          case 'unsupported_media_type':
            return 'Stuur afbeeldingen als JPEG of PNG';
          case 'unreadable_picture':
            return 'De afbeelding is niet leesbaar';
          case 'rate_limited':
            return 'Te veel bestanden tegelijk. Probeer het over een minuut opnieuw';
          case 'network':
            return 'Geen verbinding';
          default:
            return 'Het bestand is niet aangenomen';
        }
      },
      open: (name) => `${name} openen`,
      download: (name) => `${name} downloaden`,
      file: 'Bestand',
      viewer: 'Afbeelding',
      close: 'Sluiten',
      previous: 'Vorige afbeelding',
      next: 'Volgende afbeelding',
      fit: 'Passend in venster',
      actualSize: 'Ware grootte',
      position: (index, count) => `${index} van ${count}`,
      broken: 'De afbeelding kan niet worden getoond',
    },
    emoji: {
      label: 'Emoji',
      search: 'Emoji zoeken',
      nothingFound: 'Niets gevonden',
      recent: 'Onlangs gebruikt',
      people: 'Gezichten en mensen',
      nature: 'Natuur',
      food: 'Eten en drinken',
      places: 'Reizen en plaatsen',
      activities: 'Activiteiten',
      objects: 'Voorwerpen',
      symbols: 'Symbolen',
    },
    conversations: {
      title: 'Je gesprekken',
      begin: 'Nieuw gesprek',
      empty: 'Nog geen gesprek',
      emptyHint: 'Wat je schrijft wordt hier bewaard.',
      you: 'Jij',
      closed: 'Gesloten',
      deleted: 'Bericht verwijderd',
      wordless: 'Bijlage',
      more: 'Oudere tonen',
      unread: (n) => count(n, { one: '# ongelezen bericht', other: '# ongelezen berichten' }),
    },
    menu: {
      label: 'Menu',
      sound: 'Geluid bij nieuwe berichten',
      conversations: 'Je gesprekken',
      changeName: 'Je naam wijzigen',
      download: 'Je gegevens downloaden',
      erase: 'Je gegevens verwijderen',
      eraseTitle: 'Alles verwijderen?',
      eraseHint: 'Je naam, je gesprekken en alles wat je hebt geschreven worden voorgoed gewist, hier en op de server.',
      eraseConfirm: 'Alles verwijderen',
      keep: 'Bewaren',
      erasing: 'Verwijderen…',
      failed: 'Dat is niet gelukt. Controleer je verbinding en probeer het opnieuw.',
      fileName: 'chat',
    },
  },
});
