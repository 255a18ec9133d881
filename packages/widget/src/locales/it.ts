import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Apri la chat',
  close: 'Chiudi la chat',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# messaggio non letto', other: '# messaggi non letti' }),
  loadFailed: 'Non è stato possibile caricare la chat.',
  retry: 'Riprova',
  messageList: {
    log: 'Messaggi',
    you: 'Tu',
    newMessages: 'Nuovi messaggi',
    jumpToLatest: 'Vai all’ultimo messaggio',
    unseen: (n) => count(n, { one: '# nuovo messaggio', other: '# nuovi messaggi' }),
    sending: 'Invio in corso',
    sent: 'Inviato',
    delivered: 'Consegnato',
    read: 'Letto',
    failed: 'Non inviato',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Nessuna connessione';
        case 'rate_limited':
          return 'Troppi messaggi in una volta';
        case 'too_large':
        case 'invalid':
          return 'Il messaggio non è stato accettato';
        case 'unauthenticated':
          return 'La sessione è terminata';
        case 'attachment_gone':
          return 'Un file non c’è più';
        case 'forbidden':
        case 'refused':
          return 'Qui non si può scrivere';
        default:
          return '';
      }
    },
    retry: 'Riprova',
    discard: 'Rimuovi',
    deleted: 'Messaggio eliminato',
    edited: 'modificato',
    earlier: 'Un messaggio precedente',
    note: 'Nota, visibile solo al team',
    loading: 'Caricamento dei messaggi',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Più persone stanno scrivendo';
      return second ? `${first} e ${second} stanno scrivendo` : `${first} sta scrivendo`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { one: '# nuovo messaggio', other: '# nuovi messaggi' }),
  },
  composer: {
    label: 'Messaggio',
    placeholder: 'Scrivi un messaggio',
    send: 'Invia',
    tooLong: (n) => count(n, { one: '# carattere di troppo', other: '# caratteri di troppo' }),
  },
  menu: 'Menu',
  conversations: 'Le tue conversazioni',
  emoji: 'Emoji',
  attach: 'Allega file',
  here: 'Online',
  away: 'Assente',
  awayNote: 'In questo momento non c’è nessuno. Lascia un messaggio e torna su questa pagina per la risposta.',
  closed: 'Questa conversazione è chiusa.',
  closedHint: 'Scrivi un messaggio per riaprirla.',
  reconnecting: 'Riconnessione…',
  offline: 'Sei offline. Quello che scrivi verrà inviato appena torni online.',
  notKept: 'Questo browser non conserva nulla: resta sulla pagina finché il messaggio non è inviato.',
  signedOut: 'La sessione è terminata',
  signedOutHint: 'Questa chat è stata chiusa altrove. Puoi iniziarne una nuova.',
  startAgain: 'Inizia una nuova chat',
  loading: 'Caricamento della chat',
  unknownSite: 'Questa chat non è ancora configurata',
  unknownSiteHint: (site) => `Non esiste un sito con la chiave «${site}».`,
  originRefused: 'Questa chat non si può usare qui',
  originRefusedHint: (origin) => `${origin} non è tra gli indirizzi consentiti da questo sito.`,
  unknownRoom: 'Questa stanza non è aperta',
  unknownRoomHint: (room) => `Su questo sito non c’è una stanza con la chiave «${room}».`,
  unreachable: 'La chat non è raggiungibile',
  unreachableHint: 'Controlla la connessione o riprova tra un momento.',
  blocked: 'Qui non puoi più scrivere',
  blockedHint: 'Il team ha chiuso questa chat. Quello che hai scritto resta conservato.',
  room: {
    nameTitle: (room) => `Entra in ${room}`,
    nameHint: 'Scegli un nome. Tutti nella stanza lo vedono accanto a quello che scrivi.',
    nameLabel: 'Il tuo nome',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { one: '# carattere di troppo', other: '# caratteri di troppo' }),
    nameRefused: 'Questo nome non è stato accettato. Provane un altro.',
    join: 'Entra',
    save: 'Salva',
    cancel: 'Annulla',
    changeName: (name) => `Cambia nome (${name})`,
    joining: 'Un momento…',
    empty: 'Nessuno ha ancora detto nulla',
    emptyHint: 'Comincia con un saluto.',
    here: (n) => `Presenti: ${n}`,
    members: 'In questa stanza',
    banned: 'Non puoi più scrivere in questa stanza',
    bannedHint: 'Il team ha concluso la tua partecipazione. Tutto il resto continua come prima.',
  },
});
