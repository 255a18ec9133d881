import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
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
  members: {
    close: 'Voltar à conversa',
    failed: 'Não é possível carregar a lista agora.',
    more: 'Mostrar mais',
    team: 'Equipe',
    present: 'Aqui agora',
    absent: 'Ausentes agora',
    you: 'Você',
    leave: 'Sair da sala',
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
});
