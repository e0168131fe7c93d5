// What the forms show in the pictures: one invented case, and per form the answer that unfolds its fields.
const caseCard = {
  number: 'WZ26-000123-4',
  state: '待受理',
  category: '01-02 暴露垃圾',
  place: '木城街道 青禾社区 第一网格，幸福路东口',
  text: '幸福路东口的垃圾堆了三天没人清，离小学很近，味道很大。',
  history: '- 11-23 09:10 居民：来源：居民网页\n- 11-23 09:12 系统：流程已启动（第1次）',
  inspection: '没有',
  deadline: '限4工作时，至11-23 13:20',
  supervision: '没有',
  nextLevel: '催办',
  page: 'http://127.0.0.1:8090/cases/WZ26-000123-4'
};

const options = {
  categories: [{ label: '01-02 暴露垃圾', value: '01-02' }, { label: '12-01 其他事项', value: '12-01' }],
  grids: [{ label: '木城街道 青禾社区 第一网格', value: 'G0101' }],
  units: [{ label: '本社区（网格人员）', value: 'community' }, { label: '城市管理局', value: 'urbanManagement' }],
  departments: [{ label: '城市管理局', value: 'urbanManagement' }, { label: '公安局', value: 'publicSecurity' }],
  called: [{ label: '城市管理局：已到场，距吹哨35分钟', value: 'urbanManagement' }, { label: '公安局：未报到，超时', value: 'publicSecurity' }],
  routes: [{ label: '依法通过诉讼、仲裁解决', value: 'litigation' }, { label: '依法通过信访渠道反映', value: 'petition' }]
};

const returned = '- 11月23日10:20 城市管理局（张立新）退单：属于小区内部，应由住建部门办理';
const signing = '待签收，应于11月23日11:20前签收';
const sign = [{ label: '签收：由我单位办理', value: 'sign' }, { label: '退单：不属于我单位的职责', value: 'return' }];
const handle = [{ label: '已办理：请网格长核查', value: 'done' }, { label: '退回：不属于我的职责', value: 'return' },
  { label: '上报上级：超出我的权限或能力', value: 'reportUp' }];

const task = (card, answer, formProblem = null) =>
  ({ caseCard: { ...caseCard, ...card }, options, formProblem, ...answer });

/** Data for each form, by its id. An answer that was not given yet is null, as the engine has it. */
export const sampleTasks = {
  classifyCase: task({ state: '待分类', category: '未分类', place: '未知', deadline: '尚未起算' }, { classification: null }),
  acceptCase: task({ deadline: '尚未起算' }, { acceptance: { decision: 'accept' } }),
  assignUnit: task({ state: '待派遣', returns: returned, firstReceiver: '城市管理局' }, { assignment: { ruling: 'grant' } }),
  approveCase: task({ state: '待派遣', deadline: '尚未起算' }, { approval: { decision: 'refuse' } }),
  signForCase: task({ state: '处置中', signing }, { options: { decisions: sign }, signing: { decision: 'return' } }),
  handleCase: task({ state: '处置中', together: '城市管理局：已协办；公安局：待反馈，至11-23 13:20，时限内' }, { options: { decisions: handle }, handling: { decision: 'done' } },
    '处置结果太短：至少5个字，现有2个字。'),
  inspectCase: task({ state: '待核查', deadline: '尚未起算' }, { inspection: null }),
  verifyCase: task({ state: '待核查', deadline: '尚未起算' }, { verification: { decision: 'pass' } }),
  assistCase: task({ state: '处置中', together: '您单位（公安局）协办，请于11-23 13:20前反馈。' }, { assistance: { decision: 'done' } }),
  reportIn: task({ state: '处置中', together: '木城街道 青禾社区 第一网格网格长王春生吹哨，请于11-23 11:30前到小区东门报到。事由：燃气管道泄漏' },
    { reportIn: { decision: 'came' } }),
  closeWhistle: task({ state: '处置中', together: '11-23 09:30吹哨：燃气管道泄漏（城市管理局：已到场，距吹哨35分钟；公安局：未报到，超时）' },
    { whistleClosing: null }),
  superviseOverdue: task(
    { state: '处置中', deadline: '限4工作时，至11-23 13:20，已超时' },
    { supervision: { decision: 'urge' } }
  ),
  replySupervision: task(
    { state: '处置中', supervision: '**黄牌（超期）** 请说明为什么没有办结，须于11月24日10:20前回复' },
    { supervisionReply: null }
  ),
  reviewReply: task(
    {
      state: '处置中',
      supervision:
        '**黄牌（超期）** 请说明为什么没有办结，须于11月24日10:20前回复\n\n**回复：** 清运车辆已联系好，今天下午清完。预计2026-11-24办结。'
    },
    { supervisionReview: { decision: 'again' } }
  )
};
