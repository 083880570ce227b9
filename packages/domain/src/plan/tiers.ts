/** The tiers of indicators in the standard forms (财预〔2021〕101号: 成本、产出、效益、满意度), the second under its first. */
export const indicatorTiers: Readonly<Record<string, readonly string[]>> = {
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
};

/** First tiers as a filter: the words that every spelling of the tier holds (产出, 满意 …), and the name to show. */
export const tierFilters = Object.keys(indicatorTiers).map((tier) => ({ value: tier.slice(0, 2), label: tier.replace(/指标$/, '') }));

/** Where a new row begins. */
export const usualTiers = { level1: '产出指标', level2: '数量指标' } as const;
