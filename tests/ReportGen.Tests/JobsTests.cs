namespace ReportGen.Tests;

public sealed class JobsTests
{
    [TestCase(1, 8L << 30, 2, TestName = "one processor: printing overlaps with reading")]
    [TestCase(2, 8L << 30, 2, TestName = "two processors")]
    [TestCase(64, 64L << 30, 8, TestName = "many processors: one browser gains no more")]
    [TestCase(8, 1L << 30, 3, TestName = "little memory")]
    [TestCase(8, 64L << 20, 1, TestName = "hardly any memory")]
    public void The_default_depends_on_processors_and_memory(int processors, long memory, int expected) =>
        Assert.That(Jobs.Of(processors, memory), Is.EqualTo(expected));
}
