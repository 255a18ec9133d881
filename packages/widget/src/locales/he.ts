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
      announceOne: (name, text) => `${name}: ${text}`,
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
      banned: 'כבר אי אפשר לכתוב בחדר הזה',
      bannedHint: 'הצוות סיים את ההשתתפות שלך בו. כל השאר ממשיך כרגיל.',
    },
  };
};
