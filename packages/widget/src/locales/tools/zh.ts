import type { ToolTranslation } from '../load.js';

/** In simplified characters. */
export const translation: ToolTranslation = (count) => ({
  message: {
    actions: '操作',
    reply: '回复',
    copy: '复制文字',
    copied: '已复制',
    edit: '编辑',
    delete: '删除',
    deleteQuestion: '删除这条消息？',
    keep: '保留',
    replyingTo: (name) => `回复${name}`,
    editing: '正在编辑您的消息',
    cancel: '取消',
    notEdited: '更改未保存。',
    notDeleted: '消息未删除。',
    retry: '重试',
    messageOf: (name, text, time) => `${name}：${text}，${time}`,
  },
  files: {
    tray: '待发送的文件',
    drop: '将文件拖放到这里',
    remove: (name) => `移除 ${name}`,
    uploading: (name, percent) => `正在上传 ${name}，${percent}%`,
    ready: (name) => `${name} 可以发送了`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `超过 ${limit}`;
        case 'too_many_pixels':
          return '图片像素过多';
        case 'too_many':
          return '一条消息的文件太多';
        case 'empty':
          return '文件是空的';
        case 'unsupported_media_type':
          return '请发送 JPEG 或 PNG 图片';
        case 'unreadable_picture':
          return '无法读取图片';
        case 'rate_limited':
          return '一次发送的文件太多，请一分钟后再试';
        case 'network':
          return '没有网络连接';
        default:
          return '文件未被接受';
      }
    },
    open: (name) => `打开 ${name}`,
    download: (name) => `下载 ${name}`,
    file: '文件',
    viewer: '图片',
    close: '关闭',
    previous: '上一张图片',
    next: '下一张图片',
    fit: '适应窗口',
    actualSize: '实际大小',
    position: (index, count) => `第 ${index} 张，共 ${count} 张`,
    broken: '无法显示图片',
  },
  emoji: {
    label: '表情',
    search: '搜索表情',
    nothingFound: '没有结果',
    recent: '最近使用',
    people: '表情与人物',
    nature: '自然',
    food: '食物与饮品',
    places: '旅行与地点',
    activities: '活动',
    objects: '物品',
    symbols: '符号',
  },
  conversations: {
    title: '您的对话',
    begin: '新对话',
    empty: '还没有对话',
    emptyHint: '您写的内容会保存在这里。',
    you: '我',
    closed: '已结束',
    deleted: '消息已删除',
    wordless: '附件',
    more: '显示更早的对话',
    unread: (n) => count(n, { other: '# 条未读消息' }),
  },
  members: {
    close: '返回对话',
    failed: '暂时无法加载列表。',
    more: '显示更多',
    team: '团队',
    present: '在场',
    absent: '不在场',
    you: '你',
    leave: '离开聊天室',
  },
  menu: {
    label: '菜单',
    sound: '新消息提示音',
    conversations: '您的对话',
    changeName: '更改名字',
    download: '下载您的数据',
    erase: '删除您的数据',
    eraseTitle: '删除全部内容？',
    eraseHint: '您的名字、对话和所写的一切都将从此处和服务器上永久删除。',
    eraseConfirm: '全部删除',
    keep: '保留',
    erasing: '正在删除',
    failed: '操作未成功。请检查网络连接后重试。',
    fileName: '聊天',
  },
});
