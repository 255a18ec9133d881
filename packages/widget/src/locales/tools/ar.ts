import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
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
  members: {
    close: 'العودة إلى المحادثة',
    failed: 'يتعذر تحميل القائمة الآن.',
    more: 'عرض المزيد',
    team: 'الفريق',
    present: 'حاضرون الآن',
    absent: 'غير حاضرين الآن',
    you: 'أنت',
    leave: 'مغادرة الغرفة',
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
});
