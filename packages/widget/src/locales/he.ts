import type { Translation } from './load.js';

export const translation: Translation = (count) => {
  const newMessages = (n: number) =>
    count(n, { one: 'הודעה חדשה אחת', two: 'שתי הודעות חדשות', other: '# הודעות חדשות' });
  const tooMany = (n: number) => count(n, { one: 'תו אחד מיותר', two: 'שני תווים מיותרים', other: '# תווים מיותרים' });
  return {
    open: 'פתיחת הצ׳אט',
    close: 'סגירת הצ׳אט',
    chat: 'צ׳אט',
    unread: (n) => count(n, { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' }),
    loadFailed: 'לא ניתן היה לטעון את הצ׳אט.',
    retry: 'ניסיון נוסף',
    messageList: {
      log: 'הודעות',
      you: 'אני',
      newMessages: 'הודעות חדשות',
      jumpToLatest: 'להודעה האחרונה',
      unseen: newMessages,
      sending: 'בשליחה',
      sent: 'נשלחה',
      delivered: 'נמסר',
      read: 'נקראה',
      failed: 'לא נשלחה',
      failedBecause(code) {
        switch (code) {
          case 'network':
            return 'אין חיבור';
          case 'rate_limited':
            return 'יותר מדי הודעות בבת אחת';
          case 'too_large':
          case 'invalid':
            return 'ההודעה לא התקבלה';
          case 'unauthenticated':
            return 'החיבור שלך הסתיים';
          case 'attachment_gone':
            return 'אחד הקבצים כבר לא קיים';
          case 'forbidden':
          case 'refused':
            return 'אי אפשר לכתוב כאן';
          default:
            return '';
        }
      },
      retry: 'ניסיון נוסף',
      discard: 'הסרה',
      deleted: 'ההודעה נמחקה',
      edited: 'נערכה',
      earlier: 'הודעה קודמת',
      note: 'הערה, גלויה לצוות בלבד',
      loading: 'ההודעות נטענות',
      typing([first, second, ...others]) {
        if (others.length > 0) return 'כמה אנשים מקלידים';
        return second ? `${first} ו${second} מקלידים` : `${first} מקליד/ה`;
      },
      announceMany: newMessages,
    },
    composer: { label: 'הודעה', placeholder: 'כתיבת הודעה', send: 'שליחה', tooLong: tooMany },
    menu: 'תפריט',
    conversations: 'השיחות שלך',
    emoji: 'אמוג׳י',
    attach: 'צירוף קבצים',
    here: 'זמינים עכשיו',
    away: 'לא זמינים',
    awayNote: 'אין כאן אף אחד כרגע. אפשר להשאיר הודעה ולחזור לדף הזה לקריאת התשובה.',
    closed: 'השיחה הזאת נסגרה.',
    closedHint: 'כתיבת הודעה תפתח אותה מחדש.',
    reconnecting: 'מתחברים מחדש…',
    offline: 'אין חיבור לאינטרנט. מה שייכתב יישלח כשהחיבור יחזור.',
    notKept: 'הדפדפן הזה לא שומר דבר: כדאי להישאר בדף עד שההודעה תישלח.',
    signedOut: 'החיבור שלך הסתיים',
    signedOutHint: 'הצ׳אט הזה הסתיים במקום אחר. אפשר להתחיל צ׳אט חדש.',
    startAgain: 'התחלת צ׳אט חדש',
    loading: 'הצ׳אט נטען',
    unknownSite: 'הצ׳אט הזה עדיין לא הוגדר',
    unknownSiteHint: (site) => `אין אתר עם המפתח „${site}”.`,
    originRefused: 'אי אפשר להשתמש בצ׳אט הזה כאן',
    originRefusedHint: (origin) => `${origin} אינה בין הכתובות שהאתר הזה מתיר.`,
    unknownRoom: 'החדר הזה אינו פתוח',
    unknownRoomHint: (room) => `אין באתר הזה חדר עם המפתח „${room}”.`,
    unreachable: 'אין גישה לצ׳אט',
    unreachableHint: 'כדאי לבדוק את החיבור או לנסות שוב בעוד רגע.',
    blocked: 'כבר אי אפשר לכתוב כאן',
    blockedHint: 'הצוות סיים את הצ׳אט. מה שנכתב נשמר כמו קודם.',
    room: {
      nameTitle: (room) => `הצטרפות אל ${room}`,
      nameHint: 'בחירת שם. כל מי שבחדר רואה אותו לצד ההודעות שלך.',
      nameLabel: 'השם שלך',
      namePlaceholder: 'עדה',
      nameTooLong: tooMany,
      nameRefused: 'השם הזה לא התקבל. אפשר לנסות שם אחר.',
      join: 'הצטרפות',
      save: 'שמירה',
      cancel: 'ביטול',
      changeName: (name) => `שינוי השם שלך (${name})`,
      joining: 'מצטרפים',
      empty: 'אף אחד עוד לא כתב כאן',
      emptyHint: 'אפשר לפתוח בשלום.',
      here: (n) => `נוכחים: ${n}`,
      members: 'בחדר הזה',
      membersClose: 'חזרה לשיחה',
      membersFailed: 'אי אפשר לטעון את הרשימה כרגע.',
      membersMore: 'הצגת עוד',
      team: 'הצוות',
      present: 'כאן עכשיו',
      absent: 'לא כאן עכשיו',
      you: 'זה אני',
      leave: 'יציאה מהחדר',
      banned: 'כבר אי אפשר לכתוב בחדר הזה',
      bannedHint: 'הצוות סיים את ההשתתפות שלך בו. כל השאר ממשיך כרגיל.',
    },
    tools: {
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
        unread: (n) =>
          count(n, { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' }),
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
    },
  };
};
