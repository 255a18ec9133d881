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
      membersClose: 'العودة إلى المحادثة',
      membersFailed: 'يتعذر تحميل القائمة الآن.',
      membersMore: 'عرض المزيد',
      team: 'الفريق',
      present: 'حاضرون الآن',
      absent: 'غير حاضرين الآن',
      you: 'أنت',
      leave: 'مغادرة الغرفة',
      banned: 'لم يعد بإمكانك الكتابة في هذه الغرفة',
      bannedHint: 'أنهى الفريق مشاركتك فيها. كل شيء آخر مستمر كما كان.',
    },
    tools: {
      message: {
        actions: 'إجراءات',
        reply: 'رد',
        copy: 'نسخ النص',
        copied: 'تم النسخ',
        edit: 'تعديل',
        delete: 'حذف',
        deleteQuestion: 'حذف هذه الرسالة؟',
        keep: 'إبقاء',
        replyingTo: (name) => `رد على ${name}`,
        editing: 'تعديل رسالتك',
        cancel: 'إلغاء',
        notEdited: 'لم يُحفَظ التعديل.',
        notDeleted: 'لم تُحذَف الرسالة.',
        retry: 'إعادة المحاولة',
      },
      files: {
        tray: 'ملفات للإرسال',
        drop: 'أفلِت الملفات هنا',
        remove: (name) => `إزالة ${name}`,
        uploading: (name, percent) => `جارٍ رفع ${name}، ${percent}%`,
        ready: (name) => `${name} جاهز للإرسال`,
        refused(code, limit) {
          switch (code) {
            case 'too_large':
              return `أكبر من ${limit}`;
            case 'too_many_pixels':
              return 'في الصورة عدد كبير جدًا من وحدات البكسل';
            case 'too_many':
              return 'ملفات كثيرة لرسالة واحدة';
            case 'empty':
              return 'الملف فارغ';
            case 'unsupported_media_type':
              return 'أرسِل الصور بصيغة JPEG أو PNG';
            case 'unreadable_picture':
              return 'تعذّرت قراءة الصورة';
            case 'rate_limited':
              return 'ملفات كثيرة دفعة واحدة. حاوِل مجددًا بعد دقيقة';
            case 'network':
              return 'لا يوجد اتصال';
            default:
              return 'لم يُقبَل الملف';
          }
        },
        open: (name) => `فتح ${name}`,
        download: (name) => `تنزيل ${name}`,
        file: 'ملف',
        viewer: 'صورة',
        close: 'إغلاق',
        previous: 'الصورة السابقة',
        next: 'الصورة التالية',
        fit: 'ملاءمة النافذة',
        actualSize: 'الحجم الفعلي',
        position: (index, count) => `${index} من ${count}`,
        broken: 'تعذّر عرض الصورة',
      },
      emoji: {
        label: 'رموز تعبيرية',
        search: 'ابحث عن رمز تعبيري',
        nothingFound: 'لا توجد نتائج',
        recent: 'المستخدمة مؤخرًا',
        people: 'الوجوه والأشخاص',
        nature: 'الطبيعة',
        food: 'الطعام والشراب',
        places: 'السفر والأماكن',
        activities: 'الأنشطة',
        objects: 'الأشياء',
        symbols: 'الرموز',
      },
      conversations: {
        title: 'محادثاتك',
        begin: 'محادثة جديدة',
        empty: 'لا توجد محادثات بعد',
        emptyHint: 'ما تكتبه يُحفَظ هنا.',
        you: 'أنت',
        closed: 'مغلقة',
        deleted: 'حُذفت الرسالة',
        wordless: 'مرفق',
        more: 'عرض الأقدم',
        unread: (n) =>
          count(n, {
            one: 'رسالة واحدة غير مقروءة',
            two: 'رسالتان غير مقروءتين',
            few: '# رسائل غير مقروءة',
            many: '# رسالة غير مقروءة',
            other: '# رسالة غير مقروءة',
          }),
      },
      menu: {
        label: 'القائمة',
        sound: 'صوت عند الرسائل الجديدة',
        conversations: 'محادثاتك',
        changeName: 'تغيير اسمك',
        download: 'تنزيل بياناتك',
        erase: 'حذف بياناتك',
        eraseTitle: 'حذف كل شيء؟',
        eraseHint: 'يُمحى اسمك ومحادثاتك وكل ما كتبته نهائيًا، هنا وعلى الخادم.',
        eraseConfirm: 'حذف كل شيء',
        keep: 'إبقاء',
        erasing: 'جارٍ الحذف',
        failed: 'لم ينجح ذلك. تحقق من اتصالك وأعد المحاولة.',
        fileName: 'دردشة',
      },
    },
  };
};
