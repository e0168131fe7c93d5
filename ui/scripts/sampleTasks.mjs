// What the forms show in the pictures: one invented case, and per form the answer that unfolds its fields.
const caseCard = {
  number: 'WZ26-000123-4',
  state: '待受理',
  category: '01-02 暴露垃圾',
  place: '木城街道 朝阳社区 第一网格，兴华路东口',
  text: '兴华路东口的垃圾堆了三天没人清，离小学很近，味道很大。',
  history: '- 11-23 09:10 居民网页上报\n- 11-23 09:12 县受理员 李敏：补全类别和所属网格',
  deadline: '11-24 15:12 之前（4 工作时），11-24 14:24 起预警',
  page: 'http://127.0.0.1:8090/cases/WZ26-000123-4'
};

const options = {
  categories: [{ label: '01-02 暴露垃圾', value: '01-02' }, { label: '12-01 其他事项', value: '12-01' }],
  grids: [{ label: '木城街道 朝阳社区 第一网格', value: 'G0101' }],
  units: [{ label: '社区（案件所在网格）', value: 'community' }, { label: '城市管理局', value: 'urbanManagement' }],
  routes: [{ label: '依法通过诉讼、仲裁解决', value: 'litigation' }, { label: '依法通过信访渠道反映', value: 'petition' }]
};

const task = (card, answer, formProblem = null) =>
  ({ caseCard: { ...caseCard, ...card }, options, formProblem, ...answer });

/** Data for each form, by its id. An answer that was not given yet is null, as the engine has it. */
export const sampleTasks = {
  classifyCase: task({ state: '待分类', category: '未分类', place: '未知', deadline: null }, { classification: null }),
  acceptCase: task({ deadline: null }, { acceptance: { decision: 'accept' } }),
  assignUnit: task({ state: '待派遣', deadline: null }, { assignment: null }),
  handleCase: task({ state: '处置中' }, { handling: { decision: 'done' } }, '办理结果太短：至少5个字，现有2个字。'),
  verifyCase: task({ state: '待核查', deadline: null }, { verification: { decision: 'pass' } }),
  superviseOverdue: task(
    { state: '处置中', deadline: '11-24 15:12 已到期，已超 2 小时' },
    { supervision: { decision: 'move' } }
  )
};
