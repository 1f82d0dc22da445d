namespace Hub.Cli.Import;

/// <summary>A file, the place in it and what is odd there, in words that hold nothing of what stands there.</summary>
internal sealed record Notice(string File, string Path, string Text);
