import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: '操作',
    reply: '返信',
    copy: 'テキストをコピー',
    copied: 'コピーしました',
    edit: '編集',
    delete: '削除',
    deleteQuestion: 'このメッセージを削除しますか？',
    keep: '残す',
    replyingTo: (name) => `${name}さんへの返信`,
    editing: 'メッセージを編集中',
    cancel: 'キャンセル',
    notEdited: '変更は保存されませんでした。',
    notDeleted: 'メッセージは削除されませんでした。',
    retry: '再試行',
    messageOf: (name, text, time) => `${name}：${text}、${time}`,
  },
  files: {
    tray: '送信するファイル',
    drop: 'ここにファイルをドロップ',
    remove: (name) => `${name}を取り消す`,
    uploading: (name, percent) => `${name}をアップロード中、${percent}%`,
    ready: (name) => `${name}を送信できます`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `${limit}を超えています`;
        case 'too_many_pixels':
          return '画像のピクセル数が多すぎます';
        case 'too_many':
          return '1件のメッセージにはファイルが多すぎます';
        case 'empty':
          return 'ファイルが空です';
        case 'unsupported_media_type':
          return '画像はJPEGかPNGで送ってください';
        case 'unreadable_picture':
          return '画像を読み取れません';
        case 'rate_limited':
          return '一度に送ったファイルが多すぎます。1分後にもう一度お試しください';
        case 'network':
          return '接続がありません';
        default:
          return 'ファイルを受け付けられませんでした';
      }
    },
    open: (name) => `${name}を開く`,
    download: (name) => `${name}をダウンロード`,
    file: 'ファイル',
    viewer: '画像',
    close: '閉じる',
    previous: '前の画像',
    next: '次の画像',
    fit: 'ウィンドウに合わせる',
    actualSize: '実際のサイズ',
    position: (index, count) => `${count}枚中${index}枚目`,
    broken: '画像を表示できません',
  },
  emoji: {
    label: '絵文字',
    search: '絵文字を検索',
    nothingFound: '見つかりません',
    recent: '最近使った絵文字',
    people: '顔と人',
    nature: '自然',
    food: '食べ物と飲み物',
    places: '旅行と場所',
    activities: 'アクティビティ',
    objects: 'もの',
    symbols: '記号',
  },
  conversations: {
    title: '会話の一覧',
    begin: '新しい会話',
    empty: 'まだ会話はありません',
    emptyHint: '書いた内容はここに残ります。',
    you: '自分',
    closed: '終了',
    deleted: '削除されたメッセージ',
    wordless: '添付ファイル',
    more: '以前の会話を表示',
    unread: (n) => count(n, { other: '未読メッセージ#件' }),
  },
  members: {
    close: '会話に戻る',
    failed: '現在、一覧を読み込めません。',
    more: 'さらに表示',
    team: 'チーム',
    present: '在室中',
    absent: '不在',
    you: 'あなた',
    leave: 'ルームを退出',
  },
  menu: {
    label: 'メニュー',
    sound: '新着メッセージの通知音',
    conversations: '会話の一覧',
    changeName: '名前を変更',
    download: 'データをダウンロード',
    erase: 'データを削除',
    eraseTitle: 'すべて削除しますか？',
    eraseHint: '名前、会話、書いた内容のすべてが、ここからもサーバーからも完全に削除されます。',
    eraseConfirm: 'すべて削除',
    keep: '残す',
    erasing: '削除中',
    failed: 'うまくいきませんでした。接続を確認して、もう一度お試しください。',
    fileName: 'チャット',
  },
});
