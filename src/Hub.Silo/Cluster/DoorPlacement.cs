using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Hub.Silo.Cluster;

/// <summary>On the silo whose address is the key, or nowhere. So no directory need list it, and no door is put up anew because the silo that listed it
/// has gone.</summary>
[GenerateSerializer, Alias("hub.DoorPlacement")]
internal sealed class DoorPlacement : PlacementStrategy
{
    public override bool IsUsingGrainDirectory => false;
}

/// <summary>Places by <see cref="DoorPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DoorPlacementAttribute() : PlacementAttribute(new DoorPlacement());

/// <summary>Finds the silo. Throws for one that is gone.</summary>
internal sealed class DoorPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silo = SiloAddress.FromParsableString(target.GrainIdentity.Key.ToString()!);
        return context.GetCompatibleSilos(target).Contains(silo)
            ? Task.FromResult(silo)
            : throw new OrleansException("the silo of this door is gone");
    }
}
