using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Hub.House.Tests")]
[assembly: InternalsVisibleTo("Hub.Faults")]
