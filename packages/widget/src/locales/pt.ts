import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'Abrir o chat',
  close: 'Fechar o chat',
  chat: 'Chat',
  unread: (n) => count(n, { one: '# mensagem não lida', other: '# mensagens não lidas' }),
  loadFailed: 'Não foi possível carregar o chat.',
  retry: 'Tentar de novo',
  messageList: {
    log: 'Mensagens',
    you: 'Você',
    newMessages: 'Novas mensagens',
    jumpToLatest: 'Ir para a última mensagem',
    unseen: (n) => count(n, { one: '# nova mensagem', other: '# novas mensagens' }),
    sending: 'Enviando',
    sent: 'Enviada',
    delivered: 'Entregue',
    read: 'Lida',
    failed: 'Não enviada',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return 'Sem conexão';
        case 'rate_limited':
          return 'Mensagens demais de uma só vez';
        case 'too_large':
        case 'invalid':
          return 'A mensagem não foi aceita';
        case 'unauthenticated':
          return 'A sessão foi encerrada';
        case 'attachment_gone':
          return 'Um arquivo não está mais lá';
        case 'forbidden':
        case 'refused':
          return 'Não é possível escrever aqui';
        default:
          return '';
      }
    },
    retry: 'Tentar de novo',
    discard: 'Remover',
    deleted: 'Mensagem apagada',
    edited: 'editada',
    earlier: 'Uma mensagem anterior',
    note: 'Nota, visível só para a equipe',
    loading: 'Carregando mensagens',
    typing([first, second, ...others]) {
      if (others.length > 0) return 'Várias pessoas estão escrevendo';
      return second ? `${first} e ${second} estão escrevendo` : `${first} está escrevendo`;
    },
    announceOne: (name, text) => `${name}: ${text}`,
    announceMany: (n) => count(n, { one: '# nova mensagem', other: '# novas mensagens' }),
  },
  composer: {
    label: 'Mensagem',
    placeholder: 'Escreva uma mensagem',
    send: 'Enviar',
    tooLong: (n) => count(n, { one: '# caractere a mais', other: '# caracteres a mais' }),
  },
  menu: 'Menu',
  conversations: 'Suas conversas',
  emoji: 'Emojis',
  attach: 'Anexar arquivos',
  here: 'Online',
  away: 'Ausente',
  awayNote: 'Não há ninguém agora. Deixe uma mensagem e volte a esta página para ver a resposta.',
  closed: 'Esta conversa foi encerrada.',
  closedHint: 'Escreva uma mensagem para abri-la de novo.',
  reconnecting: 'Reconectando…',
  offline: 'Você está offline. O que escrever será enviado assim que a conexão voltar.',
  notKept: 'Este navegador não guarda nada: fique na página até sua mensagem ser enviada.',
  signedOut: 'A sessão foi encerrada',
  signedOutHint: 'Este chat foi encerrado em outro lugar. Você pode começar um novo.',
  startAgain: 'Começar um novo chat',
  loading: 'Carregando o chat',
  unknownSite: 'Este chat ainda não foi configurado',
  unknownSiteHint: (site) => `Não há nenhum site com a chave “${site}”.`,
  originRefused: 'Este chat não pode ser usado aqui',
  originRefusedHint: (origin) => `${origin} não está entre os endereços que este site permite.`,
  unknownRoom: 'Esta sala não está aberta',
  unknownRoomHint: (room) => `Não há nenhuma sala com a chave “${room}” neste site.`,
  unreachable: 'Não foi possível acessar o chat',
  unreachableHint: 'Verifique sua conexão ou tente de novo daqui a pouco.',
  blocked: 'Você não pode mais escrever aqui',
  blockedHint: 'A equipe encerrou este chat. O que você escreveu continua guardado.',
  room: {
    nameTitle: (room) => `Entrar em ${room}`,
    nameHint: 'Escolha um nome. Todos na sala o verão ao lado do que você escrever.',
    nameLabel: 'Seu nome',
    namePlaceholder: 'Ada',
    nameTooLong: (n) => count(n, { one: '# caractere a mais', other: '# caracteres a mais' }),
    nameRefused: 'Este nome não foi aceito. Tente outro.',
    join: 'Entrar',
    save: 'Salvar',
    cancel: 'Cancelar',
    changeName: (name) => `Mudar seu nome (${name})`,
    joining: 'Entrando',
    empty: 'Ninguém disse nada ainda',
    emptyHint: 'Comece com um olá.',
    here: (n) => `${n} aqui`,
    members: 'Nesta sala',
    banned: 'Você não pode mais escrever nesta sala',
    bannedHint: 'A equipe encerrou sua participação. Todo o resto continua como antes.',
  },
});
