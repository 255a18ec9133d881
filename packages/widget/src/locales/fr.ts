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
    banned: 'Vous ne pouvez plus écrire dans ce salon',
    bannedHint: 'L’équipe a mis fin à votre participation. Tout le reste continue comme avant.',
  },
});
