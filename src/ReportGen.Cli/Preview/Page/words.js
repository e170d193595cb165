// What the page says, in Chinese and English.
const texts = {
  zh: {
    paper: '纸页', web: '网页', download: '下载', findings: '问题', reports: '文件', report: '报告',
    keys: 'J / K 上下一条 · Enter 到原文 · C 复制位置 · V 换视图',
    copy: '复制位置', copied: place => `已复制 ${place}`, notCopied: place => `浏览器不让复制，请自己记下：${place}`,
    views: '显示方式', panes: '切换文件、报告和问题', list: '报告列表', paperFrame: '报告', filter: '按名称筛选',
    pdf: 'PDF', html: '网页 HTML', md: 'Markdown', returned: '退回单（标注的工作簿）', review: '审核表 PDF（供签字）', showPdf: '打开 PDF',
    draft: '有错误，下载的是草稿', language: 'English', noFindings: '没有发现问题', noReports: '这个文件夹里还没有工作簿',
    waiting: '正在生成……', ok: '可以发布', lost: '连接已断开，正在重连……', refused: '预览已重新启动，请用命令窗口里的新网址打开', gone: '这个工作簿已不在文件夹里',
    error: '错误', warning: '警告', information: '提示', remedy: '改正', basis: '依据', related: '另见',
    mistake: '无法生成', mistakeOver: at => `无法生成新的页面，下面是 ${at} 的内容`,
    compiled: (ms, at) => `${ms} ms 生成 · ${at}`, pages: n => `${n} 页`,
    confirmed: n => `${n} 页，与打印一致`, differs: (here, real) => `预览 ${here} 页，打印为 ${real} 页，以 PDF 为准`,
    counts: (e, w, n) => [e && `${e} 个错误`, w && `${w} 个警告`, n && `${n} 条提示`].filter(Boolean).join('，'),
    notPrinted: place => `${place} 没有印在报告里`, goTo: '到原文', previous: '上一条', next: '下一条', close: '关闭',
    failed: '下载没有成功', openFolder: name => `打开“${name}”`, end: '结束', ended: '程序已结束，可以关闭这个页面。要再用，请再双击一次程序。',
    begin: name => `把“空白工作簿”复制到“${name}”文件夹，填写、保存，报告就显示在这里。`, notDone: '没有做成，请自己打开文件夹',
  },
  en: {
    paper: 'Paper', web: 'Web', download: 'Download', findings: 'Findings', reports: 'Files', report: 'Report',
    keys: 'J / K next, previous · Enter to the text · C copy the place · V other view',
    copy: 'Copy the place', copied: place => `Copied ${place}`, notCopied: place => `The browser does not allow copying: ${place}`,
    views: 'View', panes: 'Files, report or findings', list: 'Reports', paperFrame: 'Report', filter: 'Filter by name',
    pdf: 'PDF', html: 'Web page (HTML)', md: 'Markdown', returned: 'Returned workbook', review: 'Review page (PDF)', showPdf: 'Open the PDF',
    draft: 'There are errors: downloads are drafts', language: '中文', noFindings: 'Nothing found', noReports: 'There is no workbook in this folder yet',
    waiting: 'Being made …', ok: 'Ready to publish', lost: 'Connection lost, trying again …', refused: 'The preview was restarted: open the new address of the command window', gone: 'This workbook is no longer in the folder',
    error: 'Error', warning: 'Warning', information: 'Note', remedy: 'Remedy', basis: 'Basis', related: 'See also',
    mistake: 'Failed', mistakeOver: at => `No new page could be made; this is the one of ${at}`,
    compiled: (ms, at) => `compiled in ${ms} ms · ${at}`, pages: n => `${n} ${n === 1 ? 'page' : 'pages'}`,
    confirmed: n => `${n} ${n === 1 ? 'page' : 'pages'}, as printed`, differs: (here, real) => `${here} pages here, ${real} in print: the PDF counts`,
    counts: (e, w, n) => [[e, 'error'], [w, 'warning'], [n, 'note']].filter(c => c[0]).map(([c, what]) => `${c} ${what}${c > 1 ? 's' : ''}`).join(', '),
    notPrinted: place => `${place} is not printed in the report`, goTo: 'Show in the text', previous: 'Previous', next: 'Next', close: 'Close',
    failed: 'The download failed', openFolder: name => `Open “${name}”`, end: 'End', ended: 'The program has ended; you can close this page. Start it again to use it again.',
    begin: name => `Copy the blank workbook to the folder “${name}”, fill it in and save it: the report is shown here.`, notDone: 'Not done; open the folder yourself',
  },
};

let spoken = localStorage.getItem('language') ?? (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

export const language = () => spoken;

/** The language of a text that is not the page's own; null if it is the page's. */
export const languageOf = text => spoken === 'en' && /\p{sc=Han}/u.test(text) ? 'zh-CN' : null;

export function speak(other) {
  spoken = other;
  localStorage.setItem('language', other);
}

/** A text of the page; some take figures. */
export const say = (key, ...values) => {
  const text = texts[spoken][key];
  return typeof text === 'function' ? text(...values) : text;
};

/** A text that the program sent in both languages. */
export const spokenOf = text => text?.[spoken] ?? '';

/** A time of day. */
export const clock = iso => new Date(iso).toLocaleTimeString('zh-CN', { hour12: false });

/** An element: its name with classes, its attributes, its children; texts are only ever texts. */
export function element(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(c => c !== null && c !== undefined && c !== false && c !== ''));
  return made;
}
