import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
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
  members: {
    close: 'Terug naar het gesprek',
    failed: 'De lijst kan nu niet worden geladen.',
    more: 'Meer tonen',
    team: 'Team',
    present: 'Nu hier',
    absent: 'Nu niet hier',
    you: 'Jij',
    leave: 'Ruimte verlaten',
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
});
