import { sentence } from '../messages.ts';

/** What reading a published document says: refusals, and warnings of what was repaired, lost or doubtful. */
export const readingMessages = {
  'reading.unreadable-file': sentence<{ reason: string }>(
    ({ reason }) => `文件打不开：${reason}`,
    ({ reason }) => `the file cannot be opened: ${reason}`,
  ),
  'reading.empty': sentence(
    () => '文件是空的，没有可读取的内容',
    () => 'the file is empty',
  ),
  'reading.not-a-docx': sentence(
    () => '不是有效的 Word 文档（.docx）：文件可能已损坏，或只是改了扩展名',
    () => 'not a Word document: damaged, or only renamed',
  ),
  'reading.not-an-xlsx': sentence(
    () => '不是有效的 Excel 工作簿：文件可能已损坏，或只是改了扩展名',
    () => 'not an Excel workbook: damaged, or only renamed',
  ),
  'reading.not-a-pdf': sentence(
    () => '不是有效的 PDF：文件可能已损坏，或只是改了扩展名',
    () => 'not a PDF: damaged, or only renamed',
  ),
  'reading.pdf-without-text': sentence(
    () => '这份 PDF 里没有文字（多半是扫描件），无法读取表格',
    () => 'the PDF holds no text (probably a scan)',
  ),
  'reading.old-word': sentence(
    () => '旧版 Word 文档（.doc）要由 LibreOffice 转换，这台机器上没有安装；请安装，或另存为 .docx 后再试',
    () => 'an old Word document (.doc) needs LibreOffice, which is not installed here: install it, or save the file as .docx',
  ),
  'reading.unsupported': sentence(
    () => 'OpenDocument 格式要由 LibreOffice 转换，这台机器上没有安装；请安装，或另存为 .docx、.xlsx 后再试',
    () => 'OpenDocument needs LibreOffice, which is not installed here: install it, or save the file as .docx or .xlsx',
  ),
  'reading.conversion-failed': sentence(
    () => 'LibreOffice 没能转换这份文件：文件可能已损坏或有密码；请另存为 .docx 或 .xlsx 后再试',
    () => 'LibreOffice could not convert the file: damaged or locked; save it as .docx or .xlsx',
  ),
  'reading.zip-bomb': sentence(
    () => '文件解压后大得不正常（疑为压缩炸弹），没有打开',
    () => 'the file would unpack to an abnormal size (a zip bomb?) and was not opened',
  ),
  'reading.macros': sentence(
    () => '文件带有宏；宏没有运行，只读取了其中的表格和文字',
    () => 'the file holds macros; they were not run, only tables and text were read',
  ),
  'reading.old-macros': sentence(
    () => '旧版 Word 文档（.doc）带有宏，为安全起见没有转换；请去掉宏并另存为 .docx 后再试',
    () => 'the old Word document (.doc) holds macros and was not converted: save it as .docx without them',
  ),
  'reading.headers-contradict': sentence<{ first: string; second: string; lines: string }>(
    ({ first, second, lines }) => `第 ${lines} 行连着两行表头，互相矛盾（“${first}”与“${second}”），无法判断哪一行为准，没有读取`,
    ({ first, second, lines }) => `two header rows in lines ${lines} contradict each other (${first}; ${second}): nothing was read`,
  ),
  'reading.undecodable': sentence(
    () => '不是文本文件，或不是 UTF-8、GB18030、UTF-16 编码',
    () => 'not text in UTF-8, GB18030 or UTF-16',
  ),
  'reading.no-form': sentence<{ line?: number; known?: string; strange?: string }>(
    ({ line, known, strange }) =>
      `没有找到绩效目标表或自评表：没有认得的表头（如“三级指标”“指标值”）${line ? `；最像表头的是第 ${line} 行：认得“${known}”${strange ? `，不认得“${strange}”` : ''}` : ''}`,
    ({ line, known, strange }) =>
      `no performance form was found: no known header row${line ? `; line ${line} is most like one: known ${known}${strange ? `, unknown ${strange}` : ''}` : ''}`,
  ),
  'reading.correction-lost': sentence<{ name: string; why: string }>(
    ({ name, why }) => `“${name}”一行的更正（${why}）找不到对应的行了，请重新核对`,
    ({ name, why }) => `the correction of the row “${name}” (${why}) no longer finds its row: check it again`,
  ),
  'reading.row-shifted': sentence<{ name: string }>(
    ({ name }) => `“${name}”一行的单元格与表头错位，已按内容归位`,
    ({ name }) => `the cells of ${name} are shifted against the header; put back by their content`,
  ),
  'reading.cell-joined': sentence<{ name: string }>(
    ({ name }) => `“${name}”一行的单元格被换行拆开，已接回`,
    ({ name }) => `a cell of ${name} was broken over lines and joined again`,
  ),
  'reading.value-missing': sentence<{ name: string }>(
    ({ name }) => `“${name}”没有指标值，未作推测`,
    ({ name }) => `${name} has no target; nothing was guessed`,
  ),
  'reading.weight-missing': sentence<{ name: string }>(
    ({ name }) => `“${name}”没有权重（分值），未作推测`,
    ({ name }) => `${name} has no weight; nothing was guessed`,
  ),
  'reading.row-without-name': sentence<{ cells: string }>(
    ({ cells }) => `这一行没有指标名称，未读成指标：${cells}`,
    ({ cells }) => `a row without an indicator name was not read: ${cells}`,
  ),
  'reading.cell-unread': sentence<{ text: string }>(
    ({ text }) => `表内有一处文字没有归入任何栏：${text}`,
    ({ text }) => `a cell of the table belongs to no column: ${text}`,
  ),
  'reading.names-in-one-cell': sentence<{ count: number }>(
    ({ count }) => `一个单元格里有 ${count} 个指标，已拆开；共用的分值只计在第一个指标上`,
    ({ count }) => `${count} indicators in one cell were separated; their points count with the first`,
  ),
  'reading.level-misplaced': sentence<{ level1: string; level2: string }>(
    ({ level1, level2 }) => `“${level2}”排在一级指标“${level1}”之下，上级可能在排版中丢失；按原文读取`,
    ({ level1, level2 }) => `${level2} stands under ${level1}; its own level 1 may be lost; read as printed`,
  ),
  'reading.side-by-side': sentence<{ word: string }>(
    ({ word }) =>
      `表头“${word}”出现两次：两张并排的表被印成每行一格，哪一格属于哪一栏已无法确定，读出的行可能有误，请逐行核对，或换有表格的原文件`,
    ({ word }) => `the head "${word}" comes twice: two tables side by side were printed one cell a line, rows may be read wrong`,
  ),
  'reading.name-cut': sentence<{ name: string; length: number }>(
    ({ name, length }) => `指标名称（${length} 个字）可能被截断：${name}`,
    ({ name, length }) => `a name of ${length} characters may be cut: ${name}`,
  ),
  'reading.html-rests': sentence(
    () => '正文里残留网页标记（如 <p>），读取时已去掉',
    () => 'rests of HTML in the text were dropped',
  ),
  'reading.broken-letters': sentence(
    () => '这一行有无法识别的字符（显示为 �），文件可能在传输中损坏',
    () => 'this line holds characters that cannot be decoded (shown as �)',
  ),
  'reading.unit-conflict': sentence<{ declared: string; declaredLine: number; found: string; label: string }>(
    ({ declared, declaredLine, found, label }) =>
      `“${label}”写的是${found}，而第 ${declaredLine} 行写明单位为${declared}；按${declared}读取`,
    ({ declared, declaredLine, found, label }) =>
      `${label} says ${found} but line ${declaredLine} declares ${declared}; read as ${declared}`,
  ),
  'reading.unit-undeclared': sentence<{ amount: number }>(
    ({ amount }) => `金额 ${amount} 没有写明单位，按万元读取`,
    ({ amount }) => `no unit is declared for ${amount}; read as 万元`,
  ),
  'reading.name-missing': sentence(
    () => '这张表没有项目名称',
    () => 'this form has no project name',
  ),
  'reading.points-in-actual': sentence<{ count: number; sum: number; total: number }>(
    ({ count, sum, total }) => `“完成情况”一栏的 ${count} 个数都是得分（合计 ${sum}，综合得分 ${total}），已读作得分`,
    ({ count, sum, total }) => `the ${count} figures of 完成情况 are points (sum ${sum} of ${total}) and were read as scores`,
  ),
  'reading.points-unassigned': sentence<{ points: number }>(
    ({ points }) => `综合得分一行另有 ${points} 分，没有对应的指标`,
    ({ points }) => `${points} points in the row of the total belong to no indicator`,
  ),
};
