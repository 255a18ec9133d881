import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
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
  members: {
    close: 'Torna alla conversazione',
    failed: 'In questo momento l’elenco non può essere caricato.',
    more: 'Mostra altro',
    team: 'Team',
    present: 'Presenti',
    absent: 'Assenti',
    you: 'Tu',
    leave: 'Lascia la stanza',
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
});
