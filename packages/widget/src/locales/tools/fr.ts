import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
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
  members: {
    close: 'Retour à la conversation',
    failed: 'La liste ne peut pas être chargée pour le moment.',
    more: 'Afficher plus',
    team: 'Équipe',
    present: 'En ligne',
    absent: 'Hors ligne',
    you: 'Vous',
    leave: 'Quitter le salon',
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
});
