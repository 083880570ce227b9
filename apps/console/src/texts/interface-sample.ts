/** A prescription of 3101 that deserves a reminder: a drug for men, written for a woman. All of it is made up. */
export const sample = {
  infno: '3101',
  msgid: 'H00000000001202503020930000001',
  mdtrtarea_admvs: '330100',
  insuplc_admdvs: '330100',
  recer_sys_code: 'YBXT',
  infver: 'V1.0',
  opter_type: '1',
  opter: '0001',
  opter_name: '医师',
  inf_time: '2025-03-02 09:30:00',
  fixmedins_code: 'H00000000001',
  fixmedins_name: '示例医院',
  input: {
    data: {
      trig_scen: '5',
      patient_dtos: [
        {
          patn_id: 'P1',
          patn_name: '样例',
          gend: '2',
          brdy: '1970-01-02',
          poolarea: '330100',
          curr_mdtrt_id: 'M1',
          fsi_encounter_dtos: [
            {
              mdtrt_id: 'M1',
              medins_id: 'H00000000001',
              medins_name: '示例医院',
              medins_lv: '2',
              med_type: '11',
              insutype: '310',
              adm_date: '2025-03-02 09:00:00',
              fsi_diagnose_dtos: [
                { dise_id: '1', maindise_flag: '1', dise_codg: 'R51.x00', dise_name: '头痛', dise_date: '2025-03-02 09:10:00' },
              ],
              fsi_order_dtos: [
                {
                  rx_id: 'R1',
                  rxno: '1',
                  hilist_type: '101',
                  chrg_type: '09',
                  hilist_code: 'XG04CBA170A001010190027',
                  hilist_name: '非那雄胺片',
                  cnt: '2',
                  pric: '31.50',
                  sumamt: '63.00',
                  drord_begn_date: '2025-03-02 09:30:00',
                  curr_drord_flag: '1',
                },
              ],
            },
          ],
        },
      ],
    },
  },
};
