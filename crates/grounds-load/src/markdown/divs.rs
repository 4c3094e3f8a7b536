//! Putting blocks into divs, once the fences among them are known.

use super::fences::Fence;
use super::tree::{Block, BlockKind, Fault};

/// A block, or a fence that begins or ends one.
#[derive(Debug)]
pub(super) enum Part {
    Block(Block),
    Fence(usize),
}

/// Puts what stands between two fences into a div.
pub(super) fn fold(parts: Vec<Part>, fences: &[Fence], faults: &mut Vec<Fault>) -> Vec<Block> {
    let mut open: Vec<(usize, Vec<Block>)> = Vec::new();
    let mut blocks = Vec::new();
    for part in parts {
        match part {
            Part::Block(block) => blocks.push(block),
            Part::Fence(index) if fences[index].opens.is_some() => {
                open.push((index, std::mem::take(&mut blocks)));
            }
            Part::Fence(index) => {
                let range = fences[index].range.clone();
                if let Some((opener, outer)) = open.pop() {
                    let inner = std::mem::replace(&mut blocks, outer);
                    blocks.push(div(fences, opener, range.end, inner));
                } else {
                    let reason = "no div is open here";
                    let kind = BlockKind::Paragraph(Vec::new());
                    blocks.push(Block {
                        range: range.clone(),
                        kind,
                    });
                    faults.push(Fault::StrayDivFence { range, reason });
                }
            }
        }
    }
    while let Some((opener, outer)) = open.pop() {
        let fence = &fences[opener];
        if !fence.lazy {
            faults.push(Fault::UnclosedDiv {
                range: fence.range.clone(),
            });
        }
        let inner = std::mem::replace(&mut blocks, outer);
        let end = inner
            .last()
            .map_or(fence.range.end, |block| block.range.end);
        blocks.push(div(fences, opener, end, inner));
    }
    blocks
}

fn div(fences: &[Fence], opener: usize, end: usize, blocks: Vec<Block>) -> Block {
    let Fence { range, opens, .. } = &fences[opener];
    let attributes = opens.clone().unwrap_or_default();
    Block {
        range: range.start..end,
        kind: BlockKind::Div { attributes, blocks },
    }
}
