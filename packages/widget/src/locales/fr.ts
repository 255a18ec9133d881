import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Ouvrir le chat',
  close: 'Fermer le chat',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# message non lu', other: '# messages non lus' }),
  loadFailed: 'Le chat n’a pas pu être chargé.',
  retry: 'Réessayer',
  messageList: {
    log: 'Messages',
    you: 'Vous',
    newMessages: 'Nouveaux messages',
    jumpToLatest: 'Aller au dernier message',
    unseen: (n) => count(n, { one: '# nouveau message', other: '# nouveaux messages' }),
    sending: 'Envoi en cours',
    sent: 'Envoyé',
    delivered: 'Distribué',
    read: 'Lu',
    failed: 'Non envoyé',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Pas de connexion';
        case 'rate_limited':
          return 'Trop de messages à la fois';
        case 'too_large':
        case 'invalid':
          return 'Le message n’a pas été accepté';
        case 'unauthenticated':
          return 'Vous êtes déconnecté';
        case 'attachment_gone':
          return 'Un fichier n’est plus là';
        case 'forbidden':
        case 'refused':
          return 'Il n’est pas possible d’écrire ici';
        default:
          return '';
      }
    },
    retry: 'Réessayer',
    discard: 'Retirer',
    deleted: 'Message supprimé',
    edited: 'modifié',
    earlier: 'Un message précédent',
    note: 'Note visible par l’équipe seulement',
    loading: 'Chargement des messages',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Plusieurs personnes écrivent';
      return second ? `${first} et ${second} écrivent` : `${first} écrit`;
    },
    announceOne: (name, text) => `${name} : ${text}`,
    announceMany: (n) => count(n, { one: '# nouveau message', other: '# nouveaux messages' }),
  },
  composer: {
    label: 'Message',
    placeholder: 'Écrivez un message',
    send: 'Envoyer',
    tooLong: (n) => count(n, { one: '# caractère de trop', other: '# caractères de trop' }),
  },
  menu: 'Menu',
  conversations: 'Vos conversations',
  emoji: 'Emojis',
  attach: 'Joindre des fichiers',
  here: 'En ligne',
  away: 'Absent',
  awayNote: 'Personne n’est là pour le moment. Laissez un message et revenez sur cette page pour lire la réponse.',
  closed: 'Cette conversation est terminée.',
  closedHint: 'Écrivez un message pour la rouvrir.',
  reconnecting: 'Reconnexion…',
  offline: 'Vous êtes hors ligne. Ce que vous écrivez partira dès votre retour en ligne.',
  notKept: 'Ce navigateur ne garde rien : restez sur la page jusqu’à l’envoi de votre message.',
  signedOut: 'Vous êtes déconnecté',
  signedOutHint: 'Ce chat a été terminé ailleurs. Vous pouvez en commencer un nouveau.',
  startAgain: 'Commencer un nouveau chat',
  loading: 'Chargement du chat',
  unknownSite: 'Ce chat n’est pas encore configuré',
  unknownSiteHint: (site) => `Aucun site n’a la clé « ${site} ».`,
  originRefused: 'Ce chat ne peut pas être utilisé ici',
  originRefusedHint: (origin) => `${origin} ne fait pas partie des adresses que ce site autorise.`,
  unknownRoom: 'Ce salon n’est pas ouvert',
  unknownRoomHint: (room) => `Aucun salon de ce site n’a la clé « ${room} ».`,
  unreachable: 'Le chat est injoignable',
  unreachableHint: 'Vérifiez votre connexion ou réessayez dans un instant.',
  blocked: 'Vous ne pouvez plus écrire ici',
  blockedHint: 'L’équipe a mis fin à cette discussion. Ce que vous avez écrit est conservé.',
  room: {
    nameTitle: (room) => `Rejoindre ${room}`,
    nameHint: 'Choisissez un nom. Tout le salon le verra à côté de vos messages.',
    nameLabel: 'Votre nom',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { one: '# caractère de trop', other: '# caractères de trop' }),
    nameRefused: 'Ce nom n’a pas été accepté. Essayez-en un autre.',
    join: 'Rejoindre',
    save: 'Enregistrer',
    cancel: 'Annuler',
    changeName: (name) => `Changer de nom (${name})`,
    joining: 'Un instant…',
    empty: 'Personne n’a encore rien dit',
    emptyHint: 'Dites bonjour en premier.',
    here: (n) => `${n} en ligne`,
    members: 'Dans ce salon',
    membersClose: 'Retour à la conversation',
    membersFailed: 'La liste ne peut pas être chargée pour le moment.',
    membersMore: 'Afficher plus',
    team: 'Équipe',
    present: 'En ligne',
    absent: 'Hors ligne',
    you: 'Vous',
    leave: 'Quitter le salon',
    banned: 'Vous ne pouvez plus écrire dans ce salon',
    bannedHint: 'L’équipe a mis fin à votre participation. Tout le reste continue comme avant.',
  },
  tools: {
    message: {
      actions: 'Actions',
      reply: 'Répondre',
      copy: 'Copier le texte',
      copied: 'Copié',
      edit: 'Modifier',
      delete: 'Supprimer',
      deleteQuestion: 'Supprimer ce message ?',
      keep: 'Garder',
      replyingTo: (name) => `En réponse à ${name}`,
      editing: 'Modification de votre message',
      cancel: 'Annuler',
      notEdited: 'La modification n’a pas été enregistrée.',
      notDeleted: 'Le message n’a pas été supprimé.',
      retry: 'Réessayer',
      messageOf: (name, text, time) => `${name} : ${text}, ${time}`,
    },
    files: {
      tray: 'Fichiers à envoyer',
      drop: 'Déposez les fichiers ici',
      remove: (name) => `Retirer ${name}`,
      uploading: (name, percent) => `Envoi de ${name}, ${percent} %`,
      ready: (name) => `${name} est prêt à être envoyé`,
      refused(code, limit) {
        switch (code) {
          case 'too_large':
            return `Dépasse ${limit}`;
          case 'too_many_pixels':
            return 'L’image a trop de pixels';
          case 'too_many':
            return 'Trop de fichiers pour un message';
          case 'empty':
            return 'Le fichier est vide';
          case 'unsupported_media_type':
            return 'Envoyez les images en JPEG ou PNG';
          case 'unreadable_picture':
            return 'L’image est illisible';
          case 'rate_limited':
            return 'Trop de fichiers à la fois. Réessayez dans une minute';
          case 'network':
            return 'Pas de connexion';
          default:
            return 'Le fichier n’a pas été accepté';
        }
      },
      open: (name) => `Ouvrir ${name}`,
      download: (name) => `Télécharger ${name}`,
      file: 'Fichier',
      viewer: 'Image',
      close: 'Fermer',
      previous: 'Image précédente',
      next: 'Image suivante',
      fit: 'Ajuster à la fenêtre',
      actualSize: 'Taille réelle',
      position: (index, count) => `${index} sur ${count}`,
      broken: 'L’image ne peut pas être affichée',
    },
    emoji: {
      label: 'Émojis',
      search: 'Chercher un émoji',
      nothingFound: 'Aucun résultat',
      recent: 'Utilisés récemment',
      people: 'Visages et personnes',
      nature: 'Nature',
      food: 'Nourriture et boissons',
      places: 'Voyages et lieux',
      activities: 'Activités',
      objects: 'Objets',
      symbols: 'Symboles',
    },
    conversations: {
      title: 'Vos conversations',
      begin: 'Nouvelle conversation',
      empty: 'Pas encore de conversation',
      emptyHint: 'Ce que vous écrivez est gardé ici.',
      you: 'Vous',
      closed: 'Terminée',
      deleted: 'Message supprimé',
      wordless: 'Pièce jointe',
      more: 'Afficher les plus anciennes',
      unread: (n) => count(n, { one: '# message non lu', other: '# messages non lus' }),
    },
    menu: {
      label: 'Menu',
      sound: 'Son à chaque nouveau message',
      conversations: 'Vos conversations',
      changeName: 'Changer de nom',
      download: 'Télécharger vos données',
      erase: 'Supprimer vos données',
      eraseTitle: 'Tout supprimer ?',
      eraseHint:
        'Votre nom, vos conversations et tout ce que vous avez écrit seront effacés définitivement, ici et sur le serveur.',
      eraseConfirm: 'Tout supprimer',
      keep: 'Garder',
      erasing: 'Suppression en cours',
      failed: 'Cela n’a pas fonctionné. Vérifiez votre connexion et réessayez.',
      fileName: 'chat',
    },
  },
});
