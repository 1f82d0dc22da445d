using System.CommandLine;
using Hub.Benchmarks.Cluster;
using Hub.Benchmarks.Decision;
using Hub.Benchmarks.Fanout;

var root = new RootCommand("What the hub costs, measured on this machine")
{
    FanoutCommand.Create(),
    ClusterCommand.Create(),
    NarrowingCommand.Create(),
    DecisionCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
