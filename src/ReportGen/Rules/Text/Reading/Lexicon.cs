namespace ReportGen.Rules.Text.Reading;

/// <summary>All words known to the reader: those common to Chinese texts, and those of a kind's vocabulary.</summary>
internal sealed class Lexicon
{
    private static readonly (Role Role, string Words)[] s_general =
    [
        (Role.Neutral,
            "截至 截止 截至目前 截止目前 的 了 为 是 有 达 达到 达到了 也 又 还 仅 只 只有 仅有 并 被 获 得到 获得 予以 进行 作出 做出 即 而 则 其 该 此 各类 各项 分 总 件数 数量 总数量 " +
            "总体 情况 如下 方面 情形 现象 状况 据统计 经统计 统计 结果 结果为 同时 目前 现 现有 现已 主要 具体 另 另有 另外 还有 此外 一并 连同 加上 以及 等 等等 之 所 于 以 " +
            "正式 依法 依规 依法依规 按规定 依照规定 按照规定 按时 按期 如期 及时 规范 妥善 认真 严格 在规定期限内 在规定时间内 在规定时限内 在法定期限内 在法定时限内 在法定时间内 " +
            "法定期限内 规定期限内 规定时限内 法定时限内 期限内 时限内 顺利 有效 共计为 以来共 累计为 通过 得 上 过 曾 到 来 而来 过来 下来 一直 始终 保持 保持着 实现 任何 相关 有关 属于 单位 个人 和个人 各 占 "
                + "占比 比较 较好 较好地 较为 较快 较多 较大 较高 较强 较少 较低 相对 比例 经 由 向 在 根据 依据 按照 按 从 自 至 给 " +
            "依 关于 一是 二是 三是 四是 五是 六是 七是 八是 首先 其次 一方面 另一方面"),
        (Role.Not, "未 没有 无人 无一 没人 没 无 不 未曾 尚未 并未 从未 均未 均无 未有 无任何 没有任何 不存在 不曾 不再 零 非 免于 免予 避免 防止"),
        (Role.All, "均 均已 都 都已 全部 已全部 全部已 全 全数 悉数 逐一 一律 皆 全都 均为 均是 全部为 全部是 都是 已均 所有 全部均"),
        (Role.Total, "共 共计 合计 总计 累计 一共 总共 共有 总数 总量 总数为 总量为 总数达 总数是 合计为 共为 总计为 计 全年共 总件数"),
        (Role.Among, "其中"),
        (Role.Including, "含 包括 包含 涵盖 分别是 分为 含有 内含"),
        (Role.Within, "中 里 当中 之中"),
        (Role.Compare, "同比 环比 较 比 相比 较之 相较 相较于 对比 与去年同期相比 同期"),
        (Role.Rise, "增加 增长 上升 提高 增多 多 增幅 升幅 增加了 增长了 上升了 提升 涨幅 增 升"),
        (Role.Fall, "减少 下降 降低 减幅 降幅 少 减少了 下降了 降低了 回落 缩短 压减 减 降"),
        (Role.Reach, "增至 降至 增加到 增加至 增长到 增长至 减少到 减少至 上升到 上升至 下降到 下降至 升至 减至 降到 降为 增为 减为 升为 提高到 提高至 变为 达至 回升至"),
        (Role.Aim, "力争 计划 拟 将 下一步 今后 目标 争取 预计 应当 须 必须 如果 例如 比如 假如 即将 准备 打算"),
        (Role.ThisYear, "全年 本年 本年度 今年 年内 当年 年度 本年内 年度内 报告期 报告期内 统计期内 一年来 本期 全年度 本年来 今年来 整年 年末 年底 岁末"),
        (Role.OtherYear | Role.LastYear, "去年 上年 上一年 上年度 上一年度 去年度"),
        (Role.OtherYear, "往年 前年 前一年 以前年度 去年同期 上年同期 明年 下年 次年 下一年 下年度"),
        (Role.PartOfYear, "上半年 下半年 第一季度 第二季度 第三季度 第四季度 一季度 二季度 三季度 四季度 前三季度 前两季度 年初 年中 期间 当月 当日 当天 当季 半年 " +
            "上旬 中旬 下旬 月初 月底 月末 集中 节前 节后"),
        (Role.SeveralYears, "近年来 近年 近两年 近三年 近五年 三年来 五年来 两年来 历年 以来 累年 多年来 连续 历史 历史累计 两年 三年 五年 开通以来 成立以来"),
        (Role.Over, "超过 超 逾 突破 不少于 至少 多于 高于 不低于 超出 大于 过"),
        (Role.Under, "不足 不到 少于 低于 不超过 未超过 至多 不多于 小于 未达到 未到 不满"),
        (Role.Roughly, "约 大约 约为 约有 大概 约计"),
        (Role.Nearly, "近 将近 接近 近乎"),
        (Role.Each, "每 每年 每月 每季度 每件 每个 平均 人均 日均 月均 年均 件均"),
        (Role.Toward, "对 因 因为 由于 针对 就 对于 鉴于"),
        (Role.And, "和 及 与 或 或者 及其 、 并且 或是 跟 同"),
        (Role.Respectively, "分别 分别为 分别是 依次 依次为 分别有 分别达 各为"),
        (Role.Apart, "无关 不计入 未计入 不包括在内 不含在内 不在统计 不属于本 另行统计 不纳入 未纳入 不列入 未列入"),
        (Role.Already, "已 已经 业已 现已 已于"),
        (Role.Verb, "公开 发布 回复 新增 开展 举办 召开 组织 回应 解读 转载 推送 更新 整改 完成 培训 接待 满意 点击 浏览 阅读 采用 采纳 入户 宣传 走访 检查 发放 印制 关注 惠及 " +
            "覆盖 征集 收集 编制 公示 审核 参加 制作 刊发 报送 开设 解答 处置 移送 转办"),
        (Role.Overlap, "同时采用 同时使用 同时通过 同时发布 同时推送 同时涉及 兼有 重复计算 重复统计 重复计入 交叉 重叠 多种形式 两种形式 多渠道发布 有重复 含重复"),
        (Role.Some, "部分 个别 少数 多数 大部分 一部分 一些 有些 某 某些 其他 其它 其余 其他部门 其他单位 其他机关 其他地区 其他地方 其他媒体 其他网站 余下 剩余 大多 若干 抽查 抽样 随机"),
    ];

    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, Word[]> _byFirst;

    public Lexicon(Vocabulary vocabulary)
    {
        foreach (var (role, words) in s_general) Add(words.Split(' '), role);
        Add(vocabulary.Neutral, Role.Neutral);
        Add(vocabulary.Topic, Role.Topic | Role.Neutral);
        Add(vocabulary.Lookalikes, Role.Lookalike);
        Add(vocabulary.Own, Role.Own);
        Add(vocabulary.Area, Role.Area);
        foreach (var meaning in vocabulary.Meanings.Values)
        {
            foreach (var word in meaning.Words.Select(w => w.Value))
            {
                _words[word] = _words.TryGetValue(word, out var known) && known.Is(Role.Meaning)
                    ? known with { Meanings = known.Meanings.Add(meaning) } : new Word(word, Role.Meaning, [meaning]);
            }
        }

        _byFirst = _words.Values.GroupBy(w => w.Text[0])
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Text.Length).ToArray());
    }

    /// <summary>The longest word that begins at a place; null if none does.</summary>
    public Word? Find(string text, int at)
    {
        var rest = text.AsSpan(at);
        foreach (var word in _byFirst.GetValueOrDefault(text[at], []))
            if (rest.StartsWith(word.Text, StringComparison.Ordinal)) return word;
        return null;
    }

    /// <summary>
    /// Adds a role to words. A word may have several roles; the kind's definition of a word overrides the general one.
    /// </summary>
    private void Add(IEnumerable<string> words, Role role)
    {
        foreach (var word in words)
        {
            var isBoth = _words.TryGetValue(word, out var known) && role is not (Role.Lookalike or Role.Own or Role.Area);
            var both = isBoth ? known!.Role | role : role;
            _words[word] = new Word(word, both, []);
        }
    }
}
