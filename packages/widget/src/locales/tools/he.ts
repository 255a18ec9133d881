import type { ToolTranslation } from '../load.js';

export const translation: ToolTranslation = (count) => ({
  message: {
    actions: 'פעולות',
    reply: 'תגובה',
    copy: 'העתקת הטקסט',
    copied: 'הועתק',
    edit: 'עריכה',
    delete: 'מחיקה',
    deleteQuestion: 'למחוק את ההודעה הזאת?',
    keep: 'להשאיר',
    replyingTo: (name) => `בתגובה אל ${name}`,
    editing: 'עריכת ההודעה שלך',
    cancel: 'ביטול',
    notEdited: 'השינוי לא נשמר.',
    notDeleted: 'ההודעה לא נמחקה.',
    retry: 'ניסיון נוסף',
  },
  files: {
    tray: 'קבצים לשליחה',
    drop: 'אפשר לשחרר כאן קבצים',
    remove: (name) => `הסרת ${name}`,
    uploading: (name, percent) => `מעלה את ${name}, ${percent}%`,
    ready: (name) => `${name} מוכן לשליחה`,
    refused(code, limit) {
      switch (code) {
        case 'too_large':
          return `גדול מ־${limit}`;
        case 'too_many_pixels':
          return 'בתמונה יש יותר מדי פיקסלים';
        case 'too_many':
          return 'יותר מדי קבצים להודעה אחת';
        case 'empty':
          return 'הקובץ ריק';
        case 'unsupported_media_type':
          return 'אפשר לשלוח תמונות כ־JPEG או PNG';
        case 'unreadable_picture':
          return 'אי אפשר לקרוא את התמונה';
        case 'rate_limited':
          return 'יותר מדי קבצים בבת אחת. אפשר לנסות שוב בעוד דקה';
        case 'network':
          return 'אין חיבור';
        default:
          return 'הקובץ לא התקבל';
      }
    },
    open: (name) => `פתיחת ${name}`,
    download: (name) => `הורדת ${name}`,
    file: 'קובץ',
    viewer: 'תמונה',
    close: 'סגירה',
    previous: 'התמונה הקודמת',
    next: 'התמונה הבאה',
    fit: 'התאמה לחלון',
    actualSize: 'גודל מקורי',
    position: (index, count) => `${index} מתוך ${count}`,
    broken: 'אי אפשר להציג את התמונה',
  },
  emoji: {
    label: 'אימוג׳י',
    search: 'חיפוש אימוג׳י',
    nothingFound: 'לא נמצא דבר',
    recent: 'בשימוש לאחרונה',
    people: 'פרצופים ואנשים',
    nature: 'טבע',
    food: 'אוכל ושתייה',
    places: 'נסיעות ומקומות',
    activities: 'פעילויות',
    objects: 'חפצים',
    symbols: 'סמלים',
  },
  conversations: {
    title: 'השיחות שלך',
    begin: 'שיחה חדשה',
    empty: 'אין עדיין שיחות',
    emptyHint: 'מה שייכתב נשמר כאן.',
    you: 'אני',
    closed: 'נסגרה',
    deleted: 'ההודעה נמחקה',
    wordless: 'קובץ מצורף',
    more: 'הצגת ישנות יותר',
    unread: (n) => count(n, { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' }),
  },
  members: {
    close: 'חזרה לשיחה',
    failed: 'אי אפשר לטעון את הרשימה כרגע.',
    more: 'הצגת עוד',
    team: 'הצוות',
    present: 'כאן עכשיו',
    absent: 'לא כאן עכשיו',
    you: 'זה אני',
    leave: 'יציאה מהחדר',
  },
  menu: {
    label: 'תפריט',
    sound: 'צליל להודעות חדשות',
    conversations: 'השיחות שלך',
    changeName: 'שינוי השם שלך',
    download: 'הורדת הנתונים שלך',
    erase: 'מחיקת הנתונים שלך',
    eraseTitle: 'למחוק הכול?',
    eraseHint: 'השם שלך, השיחות וכל מה שכתבת יימחקו לתמיד, כאן ובשרת.',
    eraseConfirm: 'מחיקת הכול',
    keep: 'להשאיר',
    erasing: 'בתהליך מחיקה',
    failed: 'זה לא הצליח. כדאי לבדוק את החיבור ולנסות שוב.',
    fileName: 'צ׳אט',
  },
});
