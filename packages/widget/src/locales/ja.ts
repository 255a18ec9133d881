import type { Translation } from './load.js';

export const translation: Translation = (count) => ({
  open: 'チャットを開く',
  close: 'チャットを閉じる',
  chat: 'チャット',
  unread: (n) => count(n, { other: '未読メッセージ#件' }),
  loadFailed: 'チャットを読み込めませんでした。',
  retry: '再試行',
  messageList: {
    log: 'メッセージ',
    you: '自分',
    newMessages: '新着メッセージ',
    jumpToLatest: '最新のメッセージへ',
    unseen: (n) => count(n, { other: '新着メッセージ#件' }),
    sending: '送信中',
    sent: '送信済み',
    delivered: '配信済み',
    read: '既読',
    failed: '未送信',
    failedBecause(code) {
      switch (code) {
        case 'network':
          return '接続がありません';
        case 'rate_limited':
          return '一度に送信した数が多すぎます';
        case 'too_large':
        case 'invalid':
          return 'メッセージを受け付けられませんでした';
        case 'unauthenticated':
          return 'サインアウトしています';
        case 'attachment_gone':
          return 'ファイルがもうありません';
        case 'forbidden':
        case 'refused':
          return 'ここには書き込めません';
        default:
          return '';
      }
    },
    retry: '再試行',
    discard: '取り消す',
    deleted: '削除されたメッセージ',
    edited: '編集済み',
    earlier: '以前のメッセージ',
    note: 'メモ（担当者のみに表示）',
    loading: 'メッセージを読み込み中',
    typing([first, second, ...others]) {
      if (others.length > 0) return '複数の人が入力中';
      return second ? `${first}さんと${second}さんが入力中` : `${first}さんが入力中`;
    },
    announceOne: (name, text) => `${name}：${text}`,
    announceMany: (n) => count(n, { other: '新着メッセージ#件' }),
  },
  composer: {
    label: 'メッセージ',
    placeholder: 'メッセージを入力',
    send: '送信',
    tooLong: (n) => count(n, { other: '#文字超過しています' }),
  },
  menu: 'メニュー',
  conversations: '会話の一覧',
  emoji: '絵文字',
  attach: 'ファイルを添付',
  here: '対応中',
  away: '不在',
  awayNote: '現在、担当者が不在です。メッセージを残していただければ、このページで返信をご覧いただけます。',
  closed: 'この会話は終了しました。',
  closedHint: 'メッセージを送ると再開できます。',
  reconnecting: '再接続しています…',
  offline: 'オフラインです。入力した内容は、接続が戻りしだい送信されます。',
  notKept: 'このブラウザーには保存されません。送信が終わるまでページを開いたままにしてください。',
  signedOut: 'サインアウトしました',
  signedOutHint: 'このチャットは別の場所で終了しました。新しく始めることができます。',
  startAgain: '新しいチャットを始める',
  loading: 'チャットを読み込み中',
  unknownSite: 'このチャットはまだ設定されていません',
  unknownSiteHint: (site) => `「${site}」というキーのサイトはありません。`,
  originRefused: 'このチャットはここでは使えません',
  originRefusedHint: (origin) => `${origin} は、このサイトで許可されているアドレスではありません。`,
  unknownRoom: 'このルームは開いていません',
  unknownRoomHint: (room) => `このサイトに「${room}」というキーのルームはありません。`,
  unreachable: 'チャットに接続できません',
  unreachableHint: '接続を確認するか、しばらくしてからもう一度お試しください。',
  blocked: 'ここにはもう書き込めません',
  blockedHint: 'チームがこのチャットを終了しました。これまでの内容は残っています。',
  room: {
    nameTitle: (room) => `${room}に参加`,
    nameHint: '名前を決めてください。ルームの全員に、メッセージとともに表示されます。',
    nameLabel: '名前',
    namePlaceholder: 'エイダ',
    nameTooLong: (n) => count(n, { other: '#文字超過しています' }),
    nameRefused: 'この名前は使えませんでした。別の名前をお試しください。',
    join: '参加する',
    save: '保存',
    cancel: 'キャンセル',
    changeName: (name) => `名前を変更（${name}）`,
    joining: '参加しています',
    empty: 'まだ何も書かれていません',
    emptyHint: '最初のあいさつをどうぞ。',
    here: (n) => `${n} 人が在室`,
    members: 'このルームのメンバー',
    banned: 'このルームにはもう書き込めません',
    bannedHint: 'チームがこのルームへの参加を終了しました。ほかはこれまでどおり利用できます。',
  },
});
