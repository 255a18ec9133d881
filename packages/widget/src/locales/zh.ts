import type { Translation } from './load.js';

/** In simplified characters. */
export const translation: Translation = (count) => ({
  open: '打开聊天',
  close: '关闭聊天',
  chat: '聊天',
  unread: (n) => count(n, { other: '# 条未读消息' }),
  loadFailed: '无法加载聊天。',
  retry: '重试',
  messageList: {
    log: '消息',
    you: '我',
    newMessages: '新消息',
    jumpToLatest: '跳到最新消息',
    unseen: (n) => count(n, { other: '# 条新消息' }),
    sending: '正在发送',
    sent: '已发送',
    delivered: '已送达',
    read: '已读',
    failed: '未发送',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return '没有网络连接';
        case 'rate_limited':
          return '一次发送的消息太多';
        case 'too_large':
        case 'invalid':
          return '消息未被接受';
        case 'unauthenticated':
          return '您已退出';
        case 'attachment_gone':
          return '有文件已不存在';
        case 'forbidden':
        case 'refused':
          return '这里不能发送消息';
        default:
          return '';
      }
    },
    retry: '重试',
    discard: '移除',
    deleted: '消息已删除',
    edited: '已编辑',
    earlier: '更早的消息',
    note: '备注，仅客服可见',
    loading: '正在加载消息',
    typing([first, second, ...others]) {
      if (others.length > 0) return '多人正在输入';
      return second ? `${first}和${second}正在输入` : `${first}正在输入`;
    },
    announceOne: (name, text) => `${name}：${text}`,
    announceMany: (n) => count(n, { other: '# 条新消息' }),
  },
  composer: {
    label: '消息',
    placeholder: '输入消息',
    send: '发送',
    tooLong: (n) => count(n, { other: '超出 # 个字符' }),
  },
  menu: '菜单',
  conversations: '您的对话',
  emoji: '表情',
  attach: '添加文件',
  here: '在线',
  away: '不在线',
  awayNote: '现在没有人在线。请留言，稍后回到本页查看回复。',
  closed: '此对话已结束。',
  closedHint: '发送消息即可重新开始。',
  reconnecting: '正在重新连接…',
  offline: '您已离线。您写的内容会在恢复连接后发送。',
  notKept: '此浏览器不保存任何内容：请在消息发送完成前留在本页。',
  signedOut: '您已退出',
  signedOutHint: '此聊天已在别处结束。您可以开始新的聊天。',
  startAgain: '开始新聊天',
  loading: '正在加载聊天',
  unknownSite: '此聊天尚未设置',
  unknownSiteHint: (site) => `没有键为“${site}”的网站。`,
  originRefused: '此处无法使用此聊天',
  originRefusedHint: (origin) => `${origin} 不在此网站允许的地址之列。`,
  unknownRoom: '此聊天室未开放',
  unknownRoomHint: (room) => `此网站没有键为“${room}”的聊天室。`,
  unreachable: '无法连接到聊天',
  unreachableHint: '请检查网络连接，或稍后再试。',
  blocked: '您无法再在此发送消息',
  blockedHint: '团队已结束此聊天。您写过的内容会照旧保留。',
  room: {
    nameTitle: (room) => `加入${room}`,
    nameHint: '请取一个名字。聊天室里的所有人都会在您的消息旁看到它。',
    nameLabel: '您的名字',
    namePlaceholder: '艾达',
    nameTooLong: (n) => count(n, { other: '超出 # 个字符' }),
    nameRefused: '此名字未被接受，请换一个试试。',
    join: '加入',
    save: '保存',
    cancel: '取消',
    changeName: (name) => `更改名字（${name}）`,
    joining: '正在加入',
    empty: '还没有人说话',
    emptyHint: '来打个招呼吧。',
    here: (n) => `${n} 人在场`,
    members: '此聊天室',
    banned: '你不能再在此聊天室发言',
    bannedHint: '团队已终止你在此聊天室的参与。其他一切照常。',
  },
});
