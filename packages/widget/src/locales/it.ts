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
    membersClose: 'Torna alla conversazione',
    membersFailed: 'In questo momento l’elenco non può essere caricato.',
    membersMore: 'Mostra altro',
    team: 'Team',
    present: 'Presenti',
    absent: 'Assenti',
    you: 'Tu',
    leave: 'Lascia la stanza',
    banned: 'Non puoi più scrivere in questa stanza',
    bannedHint: 'Il team ha concluso la tua partecipazione. Tutto il resto continua come prima.',
  },
  tools: {
    message: {
      actions: 'Azioni',
      reply: 'Rispondi',
      copy: 'Copia il testo',
      copied: 'Copiato',
      edit: 'Modifica',
      delete: 'Elimina',
      deleteQuestion: 'Eliminare questo messaggio?',
      keep: 'Conserva',
      replyingTo: (name) => `In risposta a ${name}`,
      editing: 'Stai modificando il tuo messaggio',
      cancel: 'Annulla',
      notEdited: 'La modifica non è stata salvata.',
      notDeleted: 'Il messaggio non è stato eliminato.',
      retry: 'Riprova',
    },
    files: {
      tray: 'File da inviare',
      drop: 'Trascina qui i file',
      remove: (name) => `Rimuovi ${name}`,
      uploading: (name, percent) => `Caricamento di ${name}, ${percent}%`,
      ready: (name) => `${name} è pronto per l’invio`,
      refused(code, limit) {
        switch (code) {
          case 'too_large':
            return `Supera ${limit}`;
          case 'too_many_pixels':
            return 'L’immagine ha troppi pixel';
          case 'too_many':
            return 'Troppi file per un messaggio';
          case 'empty':
            return 'Il file è vuoto';
          case 'unsupported_media_type':
            return 'Invia le immagini in JPEG o PNG';
          case 'unreadable_picture':
            return 'L’immagine non è leggibile';
          case 'rate_limited':
            return 'Troppi file in una volta. Riprova tra un minuto';
          case 'network':
            return 'Nessuna connessione';
          default:
            return 'Il file non è stato accettato';
        }
      },
      open: (name) => `Apri ${name}`,
      download: (name) => `Scarica ${name}`,
      file: 'File',
      viewer: 'Immagine',
      close: 'Chiudi',
      previous: 'Immagine precedente',
      next: 'Immagine successiva',
      fit: 'Adatta alla finestra',
      actualSize: 'Dimensioni reali',
      position: (index, count) => `${index} di ${count}`,
      broken: 'L’immagine non può essere mostrata',
    },
    emoji: {
      label: 'Emoji',
      search: 'Cerca emoji',
      nothingFound: 'Nessun risultato',
      recent: 'Usate di recente',
      people: 'Faccine e persone',
      nature: 'Natura',
      food: 'Cibo e bevande',
      places: 'Viaggi e luoghi',
      activities: 'Attività',
      objects: 'Oggetti',
      symbols: 'Simboli',
    },
    conversations: {
      title: 'Le tue conversazioni',
      begin: 'Nuova conversazione',
      empty: 'Ancora nessuna conversazione',
      emptyHint: 'Quello che scrivi resta qui.',
      you: 'Tu',
      closed: 'Chiusa',
      deleted: 'Messaggio eliminato',
      wordless: 'Allegato',
      more: 'Mostra le precedenti',
      unread: (n) => count(n, { one: '# messaggio non letto', other: '# messaggi non letti' }),
    },
    menu: {
      label: 'Menu',
      sound: 'Suono per i nuovi messaggi',
      conversations: 'Le tue conversazioni',
      changeName: 'Cambia nome',
      download: 'Scarica i tuoi dati',
      erase: 'Elimina i tuoi dati',
      eraseTitle: 'Eliminare tutto?',
      eraseHint:
        'Il tuo nome, le tue conversazioni e tutto ciò che hai scritto vengono cancellati per sempre, qui e sul server.',
      eraseConfirm: 'Elimina tutto',
      keep: 'Conserva',
      erasing: 'Eliminazione in corso',
      failed: 'Non ha funzionato. Controlla la connessione e riprova.',
      fileName: 'chat',
    },
  },
});
