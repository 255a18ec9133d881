import type { Translation } from './load.js';

export const translation: Translation = (count) => {
  const newMessages = (n: number) =>
    count(n, { one: '# новое сообщение', few: '# новых сообщения', other: '# новых сообщений' });
  const tooMany = (n: number) =>
    count(n, { one: 'На # символ больше', few: 'На # символа больше', other: 'На # символов больше' });
  return {
    open: 'Открыть чат',
    close: 'Закрыть чат',
    chat: 'Чат',
    unread: (n) =>
      count(n, {
        one: '# непрочитанное сообщение',
        few: '# непрочитанных сообщения',
        other: '# непрочитанных сообщений',
      }),
    loadFailed: 'Не удалось загрузить чат.',
    retry: 'Повторить',
    messageList: {
      log: 'Сообщения',
      you: 'Вы',
      newMessages: 'Новые сообщения',
      jumpToLatest: 'К последнему сообщению',
      unseen: newMessages,
      sending: 'Отправляется',
      sent: 'Отправлено',
      delivered: 'Доставлено',
      read: 'Прочитано',
      failed: 'Не отправлено',
      failedBecause(code) {
        switch (code) {
          case 'network':
            return 'Нет соединения';
          case 'rate_limited':
            return 'Слишком много сообщений сразу';
          case 'too_large':
          case 'invalid':
            return 'Сообщение не принято';
          case 'unauthenticated':
            return 'Сеанс завершён';
          case 'attachment_gone':
            return 'Одного из файлов больше нет';
          case 'forbidden':
          case 'refused':
            return 'Здесь нельзя писать';
          default:
            return '';
        }
      },
      retry: 'Повторить',
      discard: 'Убрать',
      deleted: 'Сообщение удалено',
      edited: 'изменено',
      earlier: 'Более раннее сообщение',
      note: 'Заметка, видна только сотрудникам',
      loading: 'Загрузка сообщений',
      typing([first, second, ...others]) {
        if (others.length > 0) return 'Несколько человек печатают';
        return second ? `${first} и ${second} печатают` : `${first} печатает`;
      },
      announceOne: (name, text) => `${name}: ${text}`,
      announceMany: newMessages,
    },
    composer: { label: 'Сообщение', placeholder: 'Напишите сообщение', send: 'Отправить', tooLong: tooMany },
    menu: 'Меню',
    conversations: 'Ваши беседы',
    emoji: 'Эмодзи',
    attach: 'Прикрепить файлы',
    here: 'На связи',
    away: 'Нет на месте',
    awayNote: 'Сейчас никого нет. Оставьте сообщение и вернитесь на эту страницу за ответом.',
    closed: 'Этот разговор завершён.',
    closedHint: 'Напишите сообщение, чтобы возобновить его.',
    reconnecting: 'Восстанавливаем соединение…',
    offline: 'Вы не в сети. Всё, что вы напишете, отправится, когда связь вернётся.',
    notKept: 'Этот браузер ничего не сохраняет: не закрывайте страницу, пока сообщение не отправится.',
    signedOut: 'Сеанс завершён',
    signedOutHint: 'Этот чат завершили в другом месте. Вы можете начать новый.',
    startAgain: 'Начать новый чат',
    loading: 'Загрузка чата',
    unknownSite: 'Этот чат ещё не настроен',
    unknownSiteHint: (site) => `Нет сайта с ключом «${site}».`,
    originRefused: 'Этот чат здесь недоступен',
    originRefusedHint: (origin) => `Адреса ${origin} нет в списке разрешённых для этого сайта.`,
    unknownRoom: 'Эта комната не открыта',
    unknownRoomHint: (room) => `На этом сайте нет комнаты с ключом «${room}».`,
    unreachable: 'Чат недоступен',
    unreachableHint: 'Проверьте соединение или попробуйте чуть позже.',
    blocked: 'Здесь больше нельзя писать',
    blockedHint: 'Команда завершила этот чат. Всё написанное сохранено.',
    room: {
      nameTitle: (room) => `Войти: ${room}`,
      nameHint: 'Выберите имя. Все в комнате увидят его рядом с вашими сообщениями.',
      nameLabel: 'Ваше имя',
      namePlaceholder: 'Ада',
      nameTooLong: tooMany,
      nameRefused: 'Это имя не принято. Попробуйте другое.',
      join: 'Войти',
      save: 'Сохранить',
      cancel: 'Отмена',
      changeName: (name) => `Изменить имя (${name})`,
      joining: 'Входим',
      empty: 'Пока никто ничего не написал',
      emptyHint: 'Поздоровайтесь и начните разговор.',
      here: (n) => `Здесь: ${n}`,
      members: 'В этой комнате',
      banned: 'Вы больше не можете писать в этой комнате',
      bannedHint: 'Команда прекратила ваше участие. Всё остальное работает как прежде.',
    },
  };
};
