using Hub.Domain.Inbox;

namespace Hub.Silo.Inbox;

/// <summary>What came of opening a delivery's view.</summary>
/// <param name="State">Whether it opens.</param>
/// <param name="View">Null when it does not.</param>
internal readonly record struct OpenedView(ViewState State, View? View);

/// <summary>Whether a view opens.</summary>
internal enum ViewState
{
    /// <summary>It does.</summary>
    Open = 1,

    /// <summary>Its person was erased: there is nothing left to hand over.</summary>
    Erased = 2,

    /// <summary>It is not what its owner wrote.</summary>
    Broken = 3,

    /// <summary>Its stream's key does not open now: nobody can say what it is.</summary>
    Locked = 4,
}
