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
    membersClose: 'Voltar à conversa',
    membersFailed: 'Não é possível carregar a lista agora.',
    membersMore: 'Mostrar mais',
    team: 'Equipe',
    present: 'Aqui agora',
    absent: 'Ausentes agora',
    you: 'Você',
    leave: 'Sair da sala',
    banned: 'Você não pode mais escrever nesta sala',
    bannedHint: 'A equipe encerrou sua participação. Todo o resto continua como antes.',
  },
  tools: {
    message: {
      actions: 'Ações',
      reply: 'Responder',
      copy: 'Copiar texto',
      copied: 'Copiado',
      edit: 'Editar',
      delete: 'Apagar',
      deleteQuestion: 'Apagar esta mensagem?',
      keep: 'Manter',
      replyingTo: (name) => `Respondendo a ${name}`,
      editing: 'Editando sua mensagem',
      cancel: 'Cancelar',
      notEdited: 'A alteração não foi salva.',
      notDeleted: 'A mensagem não foi apagada.',
      retry: 'Tentar de novo',
    },
    files: {
      tray: 'Arquivos para enviar',
      drop: 'Solte os arquivos aqui',
      remove: (name) => `Remover ${name}`,
      uploading: (name, percent) => `Enviando ${name}, ${percent}%`,
      ready: (name) => `${name} está pronto para envio`,
      refused(code, limit) {
        switch (code) {
          case 'too_large':
            return `Maior que ${limit}`;
          case 'too_many_pixels':
            return 'A imagem tem pixels demais';
          case 'too_many':
            return 'Arquivos demais para uma mensagem';
          case 'empty':
            return 'O arquivo está vazio';
          case 'unsupported_media_type':
            return 'Envie imagens em JPEG ou PNG';
          case 'unreadable_picture':
            return 'Não é possível ler a imagem';
          case 'rate_limited':
            return 'Arquivos demais de uma só vez. Tente de novo em um minuto';
          case 'network':
            return 'Sem conexão';
          default:
            return 'O arquivo não foi aceito';
        }
      },
      open: (name) => `Abrir ${name}`,
      download: (name) => `Baixar ${name}`,
      file: 'Arquivo',
      viewer: 'Imagem',
      close: 'Fechar',
      previous: 'Imagem anterior',
      next: 'Próxima imagem',
      fit: 'Ajustar à janela',
      actualSize: 'Tamanho real',
      position: (index, count) => `${index} de ${count}`,
      broken: 'Não é possível mostrar a imagem',
    },
    emoji: {
      label: 'Emojis',
      search: 'Buscar emoji',
      nothingFound: 'Nada encontrado',
      recent: 'Usados recentemente',
      people: 'Rostos e pessoas',
      nature: 'Natureza',
      food: 'Comida e bebida',
      places: 'Viagens e lugares',
      activities: 'Atividades',
      objects: 'Objetos',
      symbols: 'Símbolos',
    },
    conversations: {
      title: 'Suas conversas',
      begin: 'Nova conversa',
      empty: 'Nenhuma conversa ainda',
      emptyHint: 'O que você escreve fica guardado aqui.',
      you: 'Você',
      closed: 'Encerrada',
      deleted: 'Mensagem apagada',
      wordless: 'Anexo',
      more: 'Mostrar mais antigas',
      unread: (n) => count(n, { one: '# mensagem não lida', other: '# mensagens não lidas' }),
    },
    menu: {
      label: 'Menu',
      sound: 'Som para novas mensagens',
      conversations: 'Suas conversas',
      changeName: 'Mudar seu nome',
      download: 'Baixar seus dados',
      erase: 'Apagar seus dados',
      eraseTitle: 'Apagar tudo?',
      eraseHint: 'Seu nome, suas conversas e tudo o que você escreveu são apagados para sempre, aqui e no servidor.',
      eraseConfirm: 'Apagar tudo',
      keep: 'Manter',
      erasing: 'Apagando',
      failed: 'Não funcionou. Verifique sua conexão e tente de novo.',
      fileName: 'chat',
    },
  },
});
