import type { Translation } from './load.js';

export const translation: Translation = (count) => {
  const newMessages = (n: number) =>
    count(n, {
      one: 'رسالة جديدة واحدة',
      two: 'رسالتان جديدتان',
      few: '# رسائل جديدة',
      many: '# رسالة جديدة',
      other: '# رسالة جديدة',
    });
  const tooMany = (n: number) =>
    count(n, {
      one: 'حرف واحد زائد',
      two: 'حرفان زائدان',
      few: '# أحرف زائدة',
      many: '# حرفًا زائدًا',
      other: '# حرف زائد',
    });
  return {
    open: 'فتح الدردشة',
    close: 'إغلاق الدردشة',
    chat: 'دردشة',
    unread: (n) =>
      count(n, {
        one: 'رسالة واحدة غير مقروءة',
        two: 'رسالتان غير مقروءتين',
        few: '# رسائل غير مقروءة',
        many: '# رسالة غير مقروءة',
        other: '# رسالة غير مقروءة',
      }),
    loadFailed: 'تعذّر تحميل الدردشة.',
    retry: 'إعادة المحاولة',
    messageList: {
      log: 'الرسائل',
      you: 'أنت',
      newMessages: 'رسائل جديدة',
      jumpToLatest: 'الانتقال إلى أحدث رسالة',
      unseen: newMessages,
      sending: 'جارٍ الإرسال',
      sent: 'تم الإرسال',
      delivered: 'تم التسليم',
      read: 'تمت القراءة',
      failed: 'لم تُرسَل',
      failedBecause(code) {
        switch (code) {
          case 'network':
            return 'لا يوجد اتصال';
          case 'rate_limited':
            return 'رسائل كثيرة دفعة واحدة';
          case 'too_large':
          case 'invalid':
            return 'لم تُقبَل الرسالة';
          case 'unauthenticated':
            return 'انتهت جلستك';
          case 'attachment_gone':
            return 'لم يعد أحد الملفات موجودًا';
          case 'forbidden':
          case 'refused':
            return 'الكتابة غير متاحة هنا';
          default:
            return '';
        }
      },
      retry: 'إعادة المحاولة',
      discard: 'إزالة',
      deleted: 'حُذفت الرسالة',
      edited: 'معدَّلة',
      earlier: 'رسالة سابقة',
      note: 'ملاحظة يراها الفريق فقط',
      loading: 'جارٍ تحميل الرسائل',
      typing([first, second, ...others]) {
        if (others.length > 0) return 'عدة أشخاص يكتبون الآن';
        return second ? `${first} و${second} يكتبان الآن` : `${first} يكتب الآن`;
      },
      announceOne: (name, text) => `${name}: ${text}`,
      announceMany: newMessages,
    },
    composer: { label: 'رسالة', placeholder: 'اكتب رسالة', send: 'إرسال', tooLong: tooMany },
    menu: 'القائمة',
    conversations: 'محادثاتك',
    emoji: 'رموز تعبيرية',
    attach: 'إرفاق ملفات',
    here: 'متصلون الآن',
    away: 'غير متصلين',
    awayNote: 'لا أحد هنا الآن. اترك رسالة ثم عُد إلى هذه الصفحة لقراءة الرد.',
    closed: 'هذه المحادثة مغلقة.',
    closedHint: 'اكتب رسالة لفتحها من جديد.',
    reconnecting: 'جارٍ إعادة الاتصال…',
    offline: 'أنت غير متصل. سيُرسَل ما تكتبه عند عودة الاتصال.',
    notKept: 'هذا المتصفح لا يحفظ شيئًا: ابقَ في الصفحة حتى تُرسَل رسالتك.',
    signedOut: 'انتهت جلستك',
    signedOutHint: 'أُنهيت هذه الدردشة من مكان آخر. يمكنك بدء دردشة جديدة.',
    startAgain: 'بدء دردشة جديدة',
    loading: 'جارٍ تحميل الدردشة',
    unknownSite: 'لم تُعَدّ هذه الدردشة بعد',
    unknownSiteHint: (site) => `لا يوجد موقع بالمفتاح «${site}».`,
    originRefused: 'لا يمكن استخدام هذه الدردشة هنا',
    originRefusedHint: (origin) => `العنوان ${origin} ليس من العناوين التي يسمح بها هذا الموقع.`,
    unknownRoom: 'هذه الغرفة غير مفتوحة',
    unknownRoomHint: (room) => `لا توجد في هذا الموقع غرفة بالمفتاح «${room}».`,
    unreachable: 'تعذّر الوصول إلى الدردشة',
    unreachableHint: 'تحقق من اتصالك أو أعد المحاولة بعد قليل.',
    blocked: 'لم يعد بإمكانك الكتابة هنا',
    blockedHint: 'أنهى الفريق هذه المحادثة. ما كتبته محفوظ كما كان.',
    room: {
      nameTitle: (room) => `الانضمام إلى ${room}`,
      nameHint: 'اختر اسمًا. يراه كل من في الغرفة بجانب ما تكتبه.',
      nameLabel: 'اسمك',
      namePlaceholder: 'آدا',
      nameTooLong: tooMany,
      nameRefused: 'لم يُقبَل هذا الاسم. جرّب اسمًا آخر.',
      join: 'انضمام',
      save: 'حفظ',
      cancel: 'إلغاء',
      changeName: (name) => `تغيير اسمك (${name})`,
      joining: 'جارٍ الانضمام',
      empty: 'لم يكتب أحد شيئًا بعد',
      emptyHint: 'ابدأ أنت بالتحية.',
      here: (n) => `الحاضرون: ${n}`,
      members: 'في هذه الغرفة',
      banned: 'لم يعد بإمكانك الكتابة في هذه الغرفة',
      bannedHint: 'أنهى الفريق مشاركتك فيها. كل شيء آخر مستمر كما كان.',
    },
  };
};
