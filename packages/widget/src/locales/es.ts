import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Abrir el chat',
  close: 'Cerrar el chat',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# mensaje sin leer', other: '# mensajes sin leer' }),
  loadFailed: 'No se ha podido cargar el chat.',
  retry: 'Reintentar',
  messageList: {
    log: 'Mensajes',
    you: 'Tú',
    newMessages: 'Mensajes nuevos',
    jumpToLatest: 'Ir al último mensaje',
    unseen: (n) => count(n, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
    sending: 'Enviando',
    sent: 'Enviado',
    delivered: 'Entregado',
    read: 'Leído',
    failed: 'No enviado',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Sin conexión';
        case 'rate_limited':
          return 'Demasiados mensajes a la vez';
        case 'too_large':
        case 'invalid':
          return 'El mensaje no se ha aceptado';
        case 'unauthenticated':
          return 'La sesión está cerrada';
        case 'attachment_gone':
          return 'Un archivo ya no está';
        case 'forbidden':
        case 'refused':
          return 'Aquí no se puede escribir';
        default:
          return '';
      }
    },
    retry: 'Reintentar',
    discard: 'Quitar',
    deleted: 'Mensaje eliminado',
    edited: 'editado',
    earlier: 'Un mensaje anterior',
    note: 'Nota, visible solo para el equipo',
    loading: 'Cargando mensajes',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Varias personas están escribiendo';
      return second ? `${first} y ${second} están escribiendo` : `${first} está escribiendo`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { one: '# mensaje nuevo', other: '# mensajes nuevos' }),
  },
  composer: {
    label: 'Mensaje',
    placeholder: 'Escribe un mensaje',
    send: 'Enviar',
    tooLong: (n) => count(n, { one: 'Sobra # carácter', other: 'Sobran # caracteres' }),
  },
  menu: 'Menú',
  conversations: 'Tus conversaciones',
  emoji: 'Emojis',
  attach: 'Adjuntar archivos',
  here: 'En línea',
  away: 'Ausente',
  awayNote: 'Ahora no hay nadie. Deja un mensaje y vuelve a esta página para ver la respuesta.',
  closed: 'Esta conversación está cerrada.',
  closedHint: 'Escribe un mensaje para abrirla de nuevo.',
  reconnecting: 'Reconectando…',
  offline: 'No tienes conexión. Lo que escribas se enviará en cuanto vuelvas a tenerla.',
  notKept: 'Este navegador no guarda nada: quédate en la página hasta que se envíe tu mensaje.',
  signedOut: 'La sesión está cerrada',
  signedOutHint: 'Este chat se terminó en otro lugar. Puedes empezar uno nuevo.',
  startAgain: 'Empezar un chat nuevo',
  loading: 'Cargando el chat',
  unknownSite: 'Este chat aún no está configurado',
  unknownSiteHint: (site) => `No hay ningún sitio con la clave «${site}».`,
  originRefused: 'Este chat no se puede usar aquí',
  originRefusedHint: (origin) => `${origin} no está entre las direcciones que permite este sitio.`,
  unknownRoom: 'Esta sala no está abierta',
  unknownRoomHint: (room) => `En este sitio no hay ninguna sala con la clave «${room}».`,
  unreachable: 'No se puede acceder al chat',
  unreachableHint: 'Comprueba tu conexión o inténtalo de nuevo en un momento.',
  blocked: 'Ya no puedes escribir aquí',
  blockedHint: 'El equipo ha terminado este chat. Lo que has escrito se conserva.',
  room: {
    nameTitle: (room) => `Entrar en ${room}`,
    nameHint: 'Elige un nombre. Toda la sala lo verá junto a lo que escribas.',
    nameLabel: 'Tu nombre',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { one: 'Sobra # carácter', other: 'Sobran # caracteres' }),
    nameRefused: 'Este nombre no se ha aceptado. Prueba con otro.',
    join: 'Entrar',
    save: 'Guardar',
    cancel: 'Cancelar',
    changeName: (name) => `Cambiar tu nombre (${name})`,
    joining: 'Entrando',
    empty: 'Nadie ha dicho nada todavía',
    emptyHint: 'Saluda y empieza la conversación.',
    here: (n) => `${n} en línea`,
    members: 'En esta sala',
    banned: 'Ya no puedes escribir en esta sala',
    bannedHint: 'El equipo ha puesto fin a tu participación. Todo lo demás sigue igual.',
  },
});
