import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'Acciones',
    reply: 'Responder',
    copy: 'Copiar texto',
    copied: 'Copiado',
    edit: 'Editar',
    delete: 'Eliminar',
    deleteQuestion: '¿Eliminar este mensaje?',
    keep: 'Conservar',
    replyingTo: (name) => `En respuesta a ${name}`,
    editing: 'Editando tu mensaje',
    cancel: 'Cancelar',
    notEdited: 'El cambio no se ha guardado.',
    notDeleted: 'El mensaje no se ha eliminado.',
    retry: 'Reintentar',
  },
  files: {
    tray: 'Archivos para enviar',
    drop: 'Suelta aquí los archivos',
    remove: (name) => `Quitar ${name}`,
    uploading: (name, percent) => `Subiendo ${name}, ${percent} %`,
    ready: (name) => `${name} está listo para enviarse`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `Supera los ${limit}`;
        case 'too_many_pixels':
          return 'La imagen tiene demasiados píxeles';
        case 'too_many':
          return 'Demasiados archivos para un mensaje';
        case 'empty':
          return 'El archivo está vacío';
        case 'unsupported_media_type':
          return 'Envía las imágenes en JPEG o PNG';
        case 'unreadable_picture':
          return 'La imagen no se puede leer';
        case 'rate_limited':
          return 'Demasiados archivos a la vez. Prueba de nuevo en un minuto';
        case 'network':
          return 'Sin conexión';
        default:
          return 'El archivo no se ha aceptado';
      }
    },
    open: (name) => `Abrir ${name}`,
    download: (name) => `Descargar ${name}`,
    file: 'Archivo',
    viewer: 'Imagen',
    close: 'Cerrar',
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    fit: 'Ajustar a la ventana',
    actualSize: 'Tamaño real',
    position: (index, count) => `${index} de ${count}`,
    broken: 'La imagen no se puede mostrar',
  },
  emoji: {
    label: 'Emojis',
    search: 'Buscar emoji',
    nothingFound: 'No hay resultados',
    recent: 'Usados hace poco',
    people: 'Caras y personas',
    nature: 'Naturaleza',
    food: 'Comida y bebida',
    places: 'Viajes y lugares',
    activities: 'Actividades',
    objects: 'Objetos',
    symbols: 'Símbolos',
  },
  conversations: {
    title: 'Tus conversaciones',
    begin: 'Nueva conversación',
    empty: 'Aún no hay conversaciones',
    emptyHint: 'Lo que escribas se guarda aquí.',
    you: 'Tú',
    closed: 'Cerrada',
    deleted: 'Mensaje eliminado',
    wordless: 'Archivo adjunto',
    more: 'Mostrar anteriores',
    unread: (n) => count(n, { one: '# mensaje sin leer', other: '# mensajes sin leer' }),
  },
  members: {
    close: 'Volver a la conversación',
    failed: 'La lista no se puede cargar ahora.',
    more: 'Mostrar más',
    team: 'Equipo',
    present: 'En línea',
    absent: 'Sin conexión',
    you: 'Tú',
    leave: 'Salir de la sala',
  },
  menu: {
    label: 'Menú',
    sound: 'Sonido con mensajes nuevos',
    conversations: 'Tus conversaciones',
    changeName: 'Cambiar tu nombre',
    download: 'Descargar tus datos',
    erase: 'Eliminar tus datos',
    eraseTitle: '¿Eliminarlo todo?',
    eraseHint: 'Tu nombre, tus conversaciones y todo lo que has escrito se borran para siempre, aquí y en el servidor.',
    eraseConfirm: 'Eliminarlo todo',
    keep: 'Conservar',
    erasing: 'Eliminando',
    failed: 'No ha funcionado. Comprueba tu conexión e inténtalo de nuevo.',
    fileName: 'chat',
  },
});
