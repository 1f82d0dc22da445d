namespace Hub.Host.Configuration;

/// <summary>What one process of a hub does.</summary>
public enum HubRole
{
    /// <summary>Owns people and plans, and faces the agencies.</summary>
    All = 1,

    /// <summary>Owns people and plans; agencies do not reach it.</summary>
    Silo = 2,

    /// <summary>Faces the agencies; holds neither journal nor keys.</summary>
    Gateway = 3,
}
