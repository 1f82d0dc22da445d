using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Hub.Silo.Tests")]
[assembly: InternalsVisibleTo("Hub.Faults")]
[assembly: InternalsVisibleTo("Hub.Benchmarks")]
[assembly: InternalsVisibleTo("Hub.House.Tests")]
