/** What Hainan's messages call otherwise (reference §3, client E′): nodes in camelCase, the person by the names of the core messages. */
export const hainanNames = { data: 'trig_scen', patn_id: 'psn_no', patn_name: 'psn_name', poolarea: 'insuplc_admdvs' } as const;
