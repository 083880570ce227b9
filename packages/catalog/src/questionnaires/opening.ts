/** Said before the first question of every shipped questionnaire. */
export const opening = '您好！为了改进医疗保障服务，请您用一两分钟回答几个问题。问卷不记姓名，答案只用于统计。';
