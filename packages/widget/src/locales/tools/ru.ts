import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'Действия',
    reply: 'Ответить',
    copy: 'Копировать текст',
    copied: 'Скопировано',
    edit: 'Изменить',
    delete: 'Удалить',
    deleteQuestion: 'Удалить это сообщение?',
    keep: 'Оставить',
    replyingTo: (name) => `Ответ: ${name}`,
    editing: 'Вы изменяете сообщение',
    cancel: 'Отмена',
    notEdited: 'Изменение не сохранено.',
    notDeleted: 'Сообщение не удалено.',
    retry: 'Повторить',
  },
  files: {
    tray: 'Файлы для отправки',
    drop: 'Перетащите файлы сюда',
    remove: (name) => `Убрать ${name}`,
    uploading: (name, percent) => `Загрузка ${name}, ${percent} %`,
    ready: (name) => `${name}: готово к отправке`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `Больше ${limit}`;
        case 'too_many_pixels':
          return 'В изображении слишком много пикселей';
        case 'too_many':
          return 'Слишком много файлов для одного сообщения';
        case 'empty':
          return 'Файл пуст';
        case 'unsupported_media_type':
          return 'Отправляйте изображения в JPEG или PNG';
        case 'unreadable_picture':
          return 'Изображение не читается';
        case 'rate_limited':
          return 'Слишком много файлов сразу. Попробуйте через минуту';
        case 'network':
          return 'Нет соединения';
        default:
          return 'Файл не принят';
      }
    },
    open: (name) => `Открыть ${name}`,
    download: (name) => `Скачать ${name}`,
    file: 'Файл',
    viewer: 'Изображение',
    close: 'Закрыть',
    previous: 'Предыдущее изображение',
    next: 'Следующее изображение',
    fit: 'По размеру окна',
    actualSize: 'Настоящий размер',
    position: (index, count) => `${index} из ${count}`,
    broken: 'Изображение нельзя показать',
  },
  emoji: {
    label: 'Эмодзи',
    search: 'Найти эмодзи',
    nothingFound: 'Ничего не найдено',
    recent: 'Недавние',
    people: 'Лица и люди',
    nature: 'Природа',
    food: 'Еда и напитки',
    places: 'Путешествия и места',
    activities: 'Занятия',
    objects: 'Предметы',
    symbols: 'Символы',
  },
  conversations: {
    title: 'Ваши разговоры',
    begin: 'Новый разговор',
    empty: 'Разговоров пока нет',
    emptyHint: 'Всё, что вы напишете, хранится здесь.',
    you: 'Вы',
    closed: 'Завершён',
    deleted: 'Сообщение удалено',
    wordless: 'Вложение',
    more: 'Показать более ранние',
    unread: (n) =>
      count(n, {
        one: '# непрочитанное сообщение',
        few: '# непрочитанных сообщения',
        other: '# непрочитанных сообщений',
      }),
  },
  members: {
    close: 'Назад к беседе',
    failed: 'Сейчас список не загружается.',
    more: 'Показать ещё',
    team: 'Команда',
    present: 'Сейчас здесь',
    absent: 'Сейчас отсутствуют',
    you: 'Вы',
    leave: 'Покинуть комнату',
  },
  menu: {
    label: 'Меню',
    sound: 'Звук новых сообщений',
    conversations: 'Ваши разговоры',
    changeName: 'Изменить имя',
    download: 'Скачать ваши данные',
    erase: 'Удалить ваши данные',
    eraseTitle: 'Удалить всё?',
    eraseHint: 'Ваше имя, разговоры и всё, что вы написали, будут удалены навсегда, здесь и на сервере.',
    eraseConfirm: 'Удалить всё',
    keep: 'Оставить',
    erasing: 'Удаляем',
    failed: 'Не получилось. Проверьте соединение и попробуйте ещё раз.',
    fileName: 'чат',
  },
});
